package io.jobdeck.desktop.overview;

import io.jobdeck.desktop.action.ActionFace;
import io.jobdeck.desktop.action.Target;
import io.jobdeck.desktop.action.Inventory;
import io.jobdeck.desktop.jobs.JobReasons;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.view.ViewContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.javafx.FontIcon;

/** What needs attention, gravest first: a heading with the number for each kind, and the first few of it. */
final class AttentionPane extends VBox {

    private static final int SHOWN = 4;
    private static final double DOT = 4.5;

    private final ViewContext context;
    private final Texts texts;
    private final OverviewModel model;
    private final Inventory inventory;
    private final JobReasons reasons;
    private final Map<Entry, TroubleLine> lines = new HashMap<>();
    private List<Object> shown = List.of();

    private record Entry(Trouble trouble, String name) { }

    private record Heading(Trouble trouble, int count) { }

    private record Calm(boolean connected) { }

    AttentionPane(ViewContext context, OverviewModel model, Inventory inventory) {
        this.context = context;
        this.texts = context.texts();
        this.model = model;
        this.inventory = inventory;
        this.reasons = new JobReasons(context);
        getStyleClass().add("attention");
        texts.languageProperty().addListener((property, before, now) -> {
            shown = List.of();
            lines.clear();
        });
    }

    /** Shows how it is now; lines that stay are the same nodes as before, so that focus and mouse stay with them. */
    void refresh(boolean connected) {
        List<Object> wanted = wanted(connected);
        if (!wanted.equals(shown)) {
            shown = wanted;
            lines.keySet().retainAll(wanted);
            getChildren().setAll(wanted.stream().map(this::node).toList());
        }
        lines.forEach((entry, line) -> line.refresh(reason(entry)));
    }

    private List<Object> wanted(boolean connected) {
        List<Object> wanted = new ArrayList<>();
        if (connected && !model.isLed()) {
            wanted.add(new Heading(Trouble.NO_LEADER, 0));
        }
        for (Trouble trouble : Trouble.values()) {
            int count = model.attention().count(trouble);
            if (count > 0) {
                wanted.add(new Heading(trouble, count));
                model.attention().first(trouble, SHOWN).forEach(name -> wanted.add(new Entry(trouble, name)));
            }
        }
        if (wanted.isEmpty()) {
            wanted.add(new Calm(connected));
        }
        return wanted;
    }

    private Node node(Object wanted) {
        if (wanted instanceof Heading heading) {
            return heading(heading);
        } else if (wanted instanceof Entry entry) {
            return lines.computeIfAbsent(entry, this::line);
        }
        return calm((Calm) wanted);
    }

    private Node heading(Heading heading) {
        Circle dot = new Circle(DOT);
        dot.getStyleClass().setAll("dot", heading.trouble().mark().tone().styleClass());
        Label word = new Label(texts.get(heading.trouble().mark().word()));
        word.getStyleClass().add("trouble-word");
        HBox line = new HBox(dot, word);
        line.getStyleClass().add("trouble-heading");
        line.setAlignment(Pos.CENTER_LEFT);
        if (heading.trouble() == Trouble.NO_LEADER) {
            Label why = new Label(texts.get("status.leader.none.detail"));
            why.getStyleClass().add("trouble-reason");
            line.getChildren().add(why);
            return line;
        }
        Label count = new Label(texts.get("number.count", heading.count()));
        count.getStyleClass().add("trouble-count");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        line.getChildren().addAll(count, space);
        if (heading.count() > SHOWN) {
            Hyperlink all = new Hyperlink(texts.get("overview.show-all", heading.count()));
            all.setId("show-all-" + heading.trouble());
            all.setOnAction(event -> showAll(heading.trouble()));
            line.getChildren().add(all);
        }
        return line;
    }

    private void showAll(Trouble trouble) {
        Attention.condition(trouble).ifPresentOrElse(
                condition -> context.navigator().show("jobs", "state:" + condition),
                () -> context.navigator().show("apps", "state:disabled"));
    }

    private TroubleLine line(Entry entry) {
        String name = entry.name();
        boolean app = entry.trouble() == Trouble.DISABLED_APP;
        Runnable open = () -> context.navigator().show(app ? "apps" : "jobs", "name=\"" + name + "\"");
        Trouble.Help help = entry.trouble().help();
        Optional<ActionFace> face = help.action();
        if (face.isPresent()) {
            Target target = app ? new Target.App(name) : new Target.Job(name);
            return new TroubleLine(context, name, open, context.actions().bound(face.get(), target));
        }
        return new TroubleLine(context, name, open, "overview.look." + help.view(),
                () -> context.navigator().show(help.view(), "job=\"" + name + "\""));
    }

    private String reason(Entry entry) {
        if (entry.trouble() == Trouble.DISABLED_APP) {
            return inventory.app(entry.name()).map(app -> texts.get("overview.waiting-jobs", app.waitingJobs())).orElse("");
        }
        return inventory.job(entry.name()).map(job -> reasons.of(job, job.health().condition())).orElse("");
    }

    private Node calm(Calm calm) {
        Label title = new Label(texts.get(calm.connected() ? "overview.calm" : "view.loading"));
        title.getStyleClass().add("calm-title");
        VBox box = new VBox(new FontIcon(calm.connected() ? "fth-check-circle" : "fth-loader"), title);
        if (calm.connected()) {
            Label hint = new Label(texts.get("overview.calm.hint"));
            hint.getStyleClass().add("calm-hint");
            box.getChildren().add(hint);
        }
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add(calm.connected() ? "calm" : "calm-loading");
        return box;
    }
}
