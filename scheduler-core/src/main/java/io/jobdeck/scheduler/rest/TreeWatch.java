package io.jobdeck.scheduler.rest;

import io.jobdeck.scheduler.registry.TreeEvent;
import io.jobdeck.scheduler.registry.TreeListener;
import java.util.Optional;

/** Knows whether the live tree is in sync. */
final class TreeWatch implements TreeListener {

    private volatile String trouble = "the registry is being read for the first time";

    @Override
    public void onEvent(TreeEvent event) {
        if (event instanceof TreeEvent.Loaded) {
            trouble = null;
        } else if (event instanceof TreeEvent.Stale stale) {
            trouble = "ZooKeeper is out of reach since %s (%s)".formatted(stale.since(), stale.cause());
        }
    }

    /** Returns why the tree may not be shown, empty if it is in sync. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }
}
