package io.jobdeck.scheduler.operations;

/** What can be done to many jobs in one call. */
public sealed interface JobAction {

    /** {@link SchedulerOperations#disableJob}. */
    record Disable(DisableOptions options) implements JobAction { }

    /** {@link SchedulerOperations#enableJob}. */
    record Enable() implements JobAction { }

    /** {@link SchedulerOperations#deregisterJob}. */
    record Deregister() implements JobAction { }

    /** {@link SchedulerOperations#triggerJob}. */
    record Trigger(TriggerOptions options) implements JobAction { }

    /** {@link SchedulerOperations#killTasks}. */
    record KillTasks() implements JobAction { }

    /** {@link SchedulerOperations#removeReady} of all that waits. */
    record ClearReady() implements JobAction { }

    /** {@link SchedulerOperations#removeFailover} of all items. */
    record ClearFailover() implements JobAction { }
}
