package io.jobdeck.scheduler.simulation;

import io.jobdeck.scheduler.operations.Caller;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Something that somebody asks of the schedulers.
 *
 * @param what names it, for people
 * @param request asks for it
 * @param allowed tells whether the rules allow it now
 * @param effect does to the model what it does by the rules
 * @param certain tells whether the rules say if it is allowed: of a job that is gone something may be left for a moment,
 *     or not
 */
record Operation(String what, BiConsumer<SchedulerOperations, Caller> request, Predicate<OperationRules> allowed,
        Consumer<OperationRules> effect, Predicate<OperationRules> certain) {

    Operation(String what, BiConsumer<SchedulerOperations, Caller> request, Predicate<OperationRules> allowed,
            Consumer<OperationRules> effect) {
        this(what, request, allowed, effect, rules -> true);
    }

    @Override
    public String toString() {
        return what;
    }
}
