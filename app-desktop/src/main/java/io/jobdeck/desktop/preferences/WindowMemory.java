package io.jobdeck.desktop.preferences;

import java.util.Optional;
import java.util.OptionalDouble;

/** What is remembered of how a cluster's window is used. Interface thread only. */
public interface WindowMemory {

    /** Returns the id of the view that was in front last. */
    Optional<String> view();

    /** Remembers the view in front. */
    void setView(String id);

    /** Returns whether details stand beside the table. */
    boolean detailsOpen();

    /** Remembers whether details stand beside the table. */
    void setDetailsOpen(boolean open);

    /** Returns how much of the width the table has beside the details, between 0 and 1. */
    OptionalDouble detailsPlace();

    /** Remembers how much of the width the table has. */
    void setDetailsPlace(double place);
}
