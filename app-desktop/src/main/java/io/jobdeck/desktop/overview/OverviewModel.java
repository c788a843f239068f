package io.jobdeck.desktop.overview;

import io.jobdeck.desktop.bridge.ClusterUpdate;
import io.jobdeck.desktop.fold.Leadership;
import io.jobdeck.desktop.fold.Totals;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The view model of the overview. Taking an update costs what changed, however large the cluster. Interface thread only. */
public final class OverviewModel {

    private final Attention attention = new Attention();
    private final NextFirings firings = new NextFirings();
    private final History history = new History();
    private final ObjectProperty<Optional<Capacity>> capacity =
            new SimpleObjectProperty<>(this, "capacity", Optional.empty());
    private Totals totals = Totals.NONE;
    private Leadership leadership = Leadership.NONE;

    /** Takes an update in one go. */
    public void apply(ClusterUpdate update) {
        attention.apply(update.delta().jobs(), update.delta().apps());
        firings.apply(update.delta().jobs());
        totals = update.delta().totals();
        leadership = update.delta().leadership();
        history.add(update.now(), totals);
    }

    public Attention attention() {
        return attention;
    }

    public NextFirings firings() {
        return firings;
    }

    public History history() {
        return history;
    }

    public Totals totals() {
        return totals;
    }

    /** Returns whether a scheduler leads. */
    public boolean isLed() {
        return leadership.leader().isPresent();
    }

    /** Returns what all agents have together, once somebody has asked Mesos. */
    public ObjectProperty<Optional<Capacity>> capacityProperty() {
        return capacity;
    }
}
