package io.jobdeck.desktop.view;

import io.jobdeck.desktop.bridge.Link;
import io.jobdeck.desktop.action.BoundAction;
import io.jobdeck.desktop.table.TableModel;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableView;

/** Keeps a table without rows saying why it has none. */
public final class Placeholder {

    private final ViewContext context;
    private final String view;
    private final String icon;
    private final TableView<?> table;
    private final TableModel<?, ?, ?> model;
    private final Optional<BoundAction> first;
    private Supplier<Optional<EmptyState>> source = Optional::empty;

    private Placeholder(ViewContext context, String view, String icon, TableView<?> table, TableModel<?, ?, ?> model,
            Optional<BoundAction> first) {
        this.context = context;
        this.view = view;
        this.icon = icon;
        this.table = table;
        this.model = model;
        this.first = first;
    }

    /**
     * Looks after the table from now on.
     *
     * @param view key of the view, by which its words are found
     * @param icon what it holds
     * @param first what makes the first row, if a person can do that
     */
    public static Placeholder lookAfter(ViewContext context, String view, String icon, TableView<?> table,
            TableModel<?, ?, ?> model, Optional<BoundAction> first) {
        Placeholder placeholder = new Placeholder(context, view, icon, table, model, first);
        InvalidationListener update = change -> placeholder.update();
        context.status().linkProperty().addListener(update);
        context.texts().languageProperty().addListener(update);
        model.filterProperty().addListener(update);
        model.totalProperty().addListener(update);
        placeholder.update();
        return placeholder;
    }

    /** Asks another source first, whose rows do not come from the live tree; it says why there are none, or nothing. */
    public void ask(ObservableValue<?> changes, Supplier<Optional<EmptyState>> reason) {
        source = reason;
        changes.addListener((property, before, now) -> update());
        update();
    }

    private void update() {
        table.setPlaceholder(content());
    }

    private EmptyState content() {
        Optional<EmptyState> said = model.totalProperty().get() > 0 ? Optional.empty() : source.get();
        if (said.isPresent()) {
            return said.get();
        }
        Link link = context.status().linkProperty().get();
        if (link instanceof Link.Connecting) {
            return new EmptyState("fth-loader", context.texts().get("view.loading"), "");
        }
        if (model.totalProperty().get() > 0) {
            return new EmptyState("fth-search",
                    context.texts().get("view.filter.none", model.filterProperty().get()), "")
                    .with(context.texts().get("view.filter.clear"), () -> model.filterProperty().set(""));
        }
        if (link instanceof Link.Stale stale) {
            return new EmptyState("fth-wifi-off", context.texts().get("view.stale"), stale.cause());
        }
        EmptyState nothing = new EmptyState(icon, context.texts().get("view." + view + ".empty"),
                context.texts().get("view." + view + ".empty.hint"));
        return first.map(action -> nothing.with(context.texts(), action)).orElse(nothing);
    }
}
