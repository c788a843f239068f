package io.jobdeck.executor.internal.run;

import java.time.Duration;

/**
 * When a task that was asked to stop is helped along, counted from the asking. A job that looks at its signal gets time to
 * end tidily; all is over before the grace period is, so that the report can still be sent.
 *
 * @param interruptAfter when the thread is interrupted
 * @param forceAfter when a script's processes are killed
 * @param giveUpAfter when the task is reported as stopped though its thread goes on
 * @param exitAfter when an executor that ends does not wait any longer for its reports to be acknowledged
 */
record StopPlan(Duration interruptAfter, Duration forceAfter, Duration giveUpAfter, Duration exitAfter) {

    /** Returns the plan for a grace period. */
    static StopPlan within(Duration gracePeriod) {
        return new StopPlan(percent(gracePeriod, 15), percent(gracePeriod, 60),
                percent(gracePeriod, 80), percent(gracePeriod, 95));
    }

    private static Duration percent(Duration whole, int part) {
        return whole.multipliedBy(part).dividedBy(100);
    }
}
