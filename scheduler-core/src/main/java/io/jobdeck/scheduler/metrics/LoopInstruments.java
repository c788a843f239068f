package io.jobdeck.scheduler.metrics;

import io.jobdeck.scheduler.model.TaskState;
import io.jobdeck.scheduler.scheduling.Instruments;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Measures the scheduling loop. */
final class LoopInstruments implements Instruments {

    private final DistributionSummary batchEvents;
    private final Timer wait;
    private final Timer launchLatency;
    private final Timer firingDelay;
    private final Counter missed;
    private final Map<TaskState, Counter> ended = new EnumMap<>(TaskState.class);

    LoopInstruments(MeterRegistry registry) {
        batchEvents = DistributionSummary.builder("jobdeck.loop.batch.events")
                .description("Events that the scheduling loop takes at once").register(registry);
        wait = Timers.histogram("jobdeck.loop.wait",
                "How long the oldest event of each batch waited for the scheduling loop", registry);
        launchLatency = Timers.histogram("jobdeck.launch.latency", "Time from a trigger or firing, or the end of the previous run"
                + " if that is later, until the run's offers were accepted; waiting for resources is part of it", registry);
        firingDelay = Timers.histogram("jobdeck.cron.firing.delay", "How late crons fire", registry);
        missed = Counter.builder("jobdeck.cron.firings.missed")
                .description("Firings given up because the process stood still when they were due").register(registry);
        for (TaskState state : TaskState.values()) {
            if (state.isTerminal()) {
                ended.put(state, Counter.builder("jobdeck.tasks.ended").tag("state", state.name().toLowerCase(Locale.ROOT))
                        .description("Tasks that ended, by the state they ended in").register(registry));
            }
        }
    }

    @Override
    public void batch(int events, Duration waited) {
        batchEvents.record(events);
        wait.record(waited);
    }

    @Override
    public void launched(Duration waited) {
        launchLatency.record(waited);
    }

    @Override
    public void ended(TaskState state) {
        Counter counter = ended.get(state);
        if (counter != null) {
            counter.increment();
        }
    }

    @Override
    public void fired(Duration late) {
        firingDelay.record(late);
    }

    @Override
    public void missed() {
        missed.increment();
    }
}
