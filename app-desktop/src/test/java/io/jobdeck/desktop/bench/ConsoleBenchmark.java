package io.jobdeck.desktop.bench;

import io.jobdeck.scheduler.bench.Figures;
import java.util.List;

/** Measures the console in its real window, on a simulated cluster in a process beside it. */
final class ConsoleBenchmark {

    private ConsoleBenchmark() {
    }

    /** Needs a display. Arguments: names of figures, none for all. */
    public static void main(String[] arguments) {
        Figures.run(List.of(new WindowFigure()), arguments);
    }
}
