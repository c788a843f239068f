package io.jobdeck.executor.internal.run;

import io.jobdeck.executor.job.CancellationSignal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The signal of one task, in two stages: asked to stop, and then not asked any more but forced. */
final class Cancellation implements CancellationSignal {

    private static final Logger LOG = LoggerFactory.getLogger(Cancellation.class);

    private final Stage asked = new Stage();
    private final Stage forced = new Stage();

    @Override
    public boolean isCancelled() {
        return asked.isReached();
    }

    @Override
    public void onCancel(Runnable action) {
        asked.whenReached(action);
    }

    @Override
    public boolean await(Duration time) throws InterruptedException {
        return asked.await(time);
    }

    /** Runs {@code action} when the time for ending tidily is nearly over. */
    void onForce(Runnable action) {
        forced.whenReached(action);
    }

    /** Asks the job to stop. */
    void cancel() {
        asked.reach();
    }

    /** Forces what can be forced. */
    void force() {
        forced.reach();
    }

    private static final class Stage {

        private final CountDownLatch reached = new CountDownLatch(1);
        private final List<Runnable> actions = new ArrayList<>();

        boolean isReached() {
            return reached.getCount() == 0;
        }

        boolean await(Duration time) throws InterruptedException {
            return reached.await(time.toNanos(), TimeUnit.NANOSECONDS);
        }

        void whenReached(Runnable action) {
            synchronized (actions) {
                if (!isReached()) {
                    actions.add(action);
                    return;
                }
            }
            runQuietly(action);
        }

        void reach() {
            List<Runnable> due;
            synchronized (actions) {
                reached.countDown();
                due = List.copyOf(actions);
                actions.clear();
            }
            due.forEach(Stage::runQuietly);
        }

        /** A user's action that fails must keep neither the others nor the stop from happening. */
        private static void runQuietly(Runnable action) {
            try {
                action.run();
            } catch (RuntimeException e) {
                LOG.warn("An action to be run on cancellation failed", e);
            }
        }
    }
}
