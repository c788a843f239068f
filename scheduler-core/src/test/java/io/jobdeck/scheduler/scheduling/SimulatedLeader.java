package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.model.ClusterPolicy;
import io.jobdeck.scheduler.producer.CronSource;
import io.jobdeck.scheduler.registry.TransactionWriter;
import io.jobdeck.scheduler.registry.TreeEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.apache.mesos.v1.scheduler.Protos.Event;

/**
 * One term of leadership for simulations: the real scheduling, with everything it hears and everything it does in the
 * hands of the test. What it hears waits until {@link #run}.
 */
public final class SimulatedLeader {

    /** How long a simulated scheduler waits for a task on an unreachable agent. */
    public static final Duration UNREACHABLE_LIMIT = ClusterPolicy.STANDARD.unreachableLimit();

    private final HandDrivenLoop loop;
    private final Set<String> crons = new LinkedHashSet<>();
    private final Scheduling scheduling;

    /**
     * @param clock moved by the test only
     * @param writes takes the transactions of this term
     * @param mesos takes the calls to the master
     * @param reconnect hears that the driver is to make a new connection
     * @param halt hears why this term cannot go on
     */
    public SimulatedLeader(Clock clock, TransactionWriter writes, Consumer<Call> mesos, Runnable reconnect,
            Consumer<String> halt) {
        this.loop = new HandDrivenLoop(clock);
        SchedulingOptions options = new SchedulingOptions("localhost", "http://localhost:8899", "", "", ZoneOffset.UTC,
                Optional.empty(), ClusterPolicy.STANDARD);
        this.scheduling = new Scheduling(options, loop, new Scheduling.Outside(writes, mesos, reconnect, new Crontab(),
                () -> { }, halt));
    }

    /** Lets it hear of the registry. */
    public void hear(TreeEvent event) {
        loop.post(() -> scheduling.onTree(event));
    }

    /** Lets it hear from Mesos. */
    public void hear(Event event) {
        loop.post(() -> scheduling.onMesosEvent(event));
    }

    /** Lets it hear that the driver has found a master. */
    public void connected() {
        loop.post(scheduling::onMesosConnected);
    }

    /** Lets it hear that the connection to the master is gone. */
    public void disconnected() {
        loop.post(scheduling::onMesosDisconnected);
    }

    /** Lets it hear that the master has refused a call. */
    public void rejected(Call call) {
        loop.post(() -> scheduling.onRejected(call, 503, "not now"));
    }

    /** Fires a cron. */
    public void fire(String cron) {
        loop.post(() -> scheduling.onCron(cron));
    }

    /** Deals with all that was heard so far, and with what that causes at once; returns whether there was anything. */
    public boolean run() {
        return loop.run(scheduling::settle);
    }

    /** Returns when the next timer is due, if there is one. */
    public Optional<Instant> nextTimer() {
        return loop.nextTimer();
    }

    /** Runs the timers that are due now. */
    public void runTimers() {
        loop.runTimers(scheduling::settle);
    }

    /** Returns the crons it has scheduled. */
    public Set<String> crons() {
        return Set.copyOf(crons);
    }

    private final class Crontab implements CronSource {

        @Override
        public void schedule(String cron) {
            crons.add(cron);
        }

        @Override
        public void unschedule(String cron) {
            crons.remove(cron);
        }
    }

    private static final class HandDrivenLoop implements Loop {

        private final Deque<Runnable> queue = new ArrayDeque<>();
        private final List<Timer> timers = new ArrayList<>();
        private final Clock clock;

        HandDrivenLoop(Clock clock) {
            this.clock = clock;
        }

        @Override
        public void post(Runnable work) {
            queue.add(work);
        }

        @Override
        public void after(Duration delay, Runnable work) {
            timers.add(new Timer(clock.instant().plus(delay), work));
        }

        @Override
        public Clock clock() {
            return clock;
        }

        boolean run(Runnable afterBatch) {
            boolean any = !queue.isEmpty();
            do {
                for (Runnable work = queue.poll(); work != null; work = queue.poll()) {
                    work.run();
                }
                afterBatch.run();
            } while (!queue.isEmpty());
            return any;
        }

        Optional<Instant> nextTimer() {
            return timers.stream().map(Timer::due).min(Comparator.naturalOrder());
        }

        void runTimers(Runnable afterBatch) {
            Instant now = clock.instant();
            List<Timer> due = timers.stream().filter(timer -> !timer.due().isAfter(now))
                    .sorted(Comparator.comparing(Timer::due)).toList();
            timers.removeAll(due);
            due.forEach(timer -> timer.work().run());
            run(afterBatch);
        }

        private record Timer(Instant due, Runnable work) { }
    }
}
