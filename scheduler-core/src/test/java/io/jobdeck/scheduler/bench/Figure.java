package io.jobdeck.scheduler.bench;

import java.util.List;

/** Something that is measured, on a cluster of its own. */
public interface Figure {

    /** Returns the word by which it is chosen on the command line. */
    String name();

    /** Measures it; takes from seconds to a few minutes. */
    List<Row> measure() throws Exception;
}
