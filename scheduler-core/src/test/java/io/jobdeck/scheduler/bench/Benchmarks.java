package io.jobdeck.scheduler.bench;

import java.util.List;

/** Measures how fast the scheduler is. */
final class Benchmarks {

    private Benchmarks() {
    }

    public static void main(String[] arguments) {
        Figures.run(List.of(new ReferenceFigure(), new LatencyFigure(), new TransactionsFigure(), new ThroughputFigure(),
                new OneCronFigure(), new ManyCronsFigure(), new LeaderFigure()), arguments);
    }
}
