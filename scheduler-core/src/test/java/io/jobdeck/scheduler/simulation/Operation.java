package io.jobdeck.scheduler.simulation;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.ExecutorKind;
import io.jobdeck.scheduler.operations.Caller;
import io.jobdeck.scheduler.operations.DisableOptions;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import io.jobdeck.scheduler.operations.TriggerOptions;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/** Something that somebody asks of the schedulers. */
sealed interface Operation {

    /** Asks for it. */
    void perform(SchedulerOperations operations, Caller caller);

    /** Returns whether the rules allow it now. */
    boolean isAllowed(OperationRules rules);

    /** Does to the model what it does by the rules. */
    void apply(OperationRules rules);

    /** Returns whether the rules say if it is allowed: of a job that is gone something may be left for a moment, or not. */
    default boolean isCertain(OperationRules rules) {
        return true;
    }

    record RegisterApp(String app, int size) implements Operation {

        @Override
        public void perform(SchedulerOperations operations, Caller caller) {
            operations.registerApp(config(app, size), caller);
        }

        @Override
        public boolean isAllowed(OperationRules rules) {
            return rules.mayRegisterApp(app);
        }

        @Override
        public void apply(OperationRules rules) {
            rules.registerApp(app, size);
        }

        private static AppConfig config(String app, int size) {
            return Codecs.APP.read("""
                    {"appName":"%s","appURL":"http://h/x.tar.gz","bootstrapScript":"bin/start.sh","cpuCount":0.%d,
                    "memoryMB":32}""".formatted(app, size + 1)).withExecutor(ExecutorKind.JOBDECK);
        }
    }

    record UpdateApp(String app, int size) implements Operation {

        @Override
        public void perform(SchedulerOperations operations, Caller caller) {
            operations.updateApp(RegisterApp.config(app, size), caller);
        }

        @Override
        public boolean isAllowed(OperationRules rules) {
            return rules.knowsApp(app);
        }

        @Override
        public void apply(OperationRules rules) {
            rules.updateApp(app, size);
        }
    }

    record DisableApp(String app) implements Operation {

        @Override
        public void perform(SchedulerOperations operations, Caller caller) {
            operations.disableApp(app, caller);
        }

        @Override
        public boolean isAllowed(OperationRules rules) {
            return rules.knowsApp(app);
        }

        @Override
        public void apply(OperationRules rules) {
            rules.disableApp(app);
        }
    }

    record EnableApp(String app) implements Operation {

        @Override
        public void perform(SchedulerOperations operations, Caller caller) {
            operations.enableApp(app, caller);
        }

        @Override
        public boolean isAllowed(OperationRules rules) {
            return rules.knowsApp(app);
        }

        @Override
        public void apply(OperationRules rules) {
            rules.enableApp(app);
        }
    }

    record DeregisterApp(String app) implements Operation {

        @Override
        public void perform(SchedulerOperations operations, Caller caller) {
            operations.deregisterApp(app, caller);
        }

        @Override
        public boolean isAllowed(OperationRules rules) {
            return rules.knowsApp(app);
        }

        @Override
        public void apply(OperationRules rules) {
            rules.deregisterApp(app);
        }
    }

    record Register(String job, JobSpec spec) implements Operation {

        @Override
        public void perform(SchedulerOperations operations, Caller caller) {
            operations.registerJob(spec.config(job), caller);
        }

        @Override
        public boolean isAllowed(OperationRules rules) {
            return rules.mayRegister(job, spec);
        }

        @Override
        public void apply(OperationRules rules) {
            rules.register(job, spec);
        }
    }

    record Update(String job, JobSpec spec) implements Operation {

        @Override
        public void perform(SchedulerOperations operations, Caller caller) {
            operations.updateJob(spec.config(job), caller);
        }

        @Override
        public boolean isAllowed(OperationRules rules) {
            return rules.mayUpdate(job, spec);
        }

        @Override
        public void apply(OperationRules rules) {
            rules.update(job, spec);
        }
    }

    record Disable(String job) implements Operation {

        @Override
        public void perform(SchedulerOperations operations, Caller caller) {
            operations.disableJob(job, caller);
        }

        @Override
        public boolean isAllowed(OperationRules rules) {
            return rules.knowsJob(job);
        }

        @Override
        public void apply(OperationRules rules) {
            rules.disable(job);
        }
    }

    record Enable(String job) implements Operation {

        @Override
        public void perform(SchedulerOperations operations, Caller caller) {
            operations.enableJob(job, caller);
        }

        @Override
        public boolean isAllowed(OperationRules rules) {
            return rules.knowsJob(job);
        }

        @Override
        public void apply(OperationRules rules) {
            rules.enable(job);
        }
    }

    record Deregister(String job) implements Operation {

        @Override
        public void perform(SchedulerOperations operations, Caller caller) {
            operations.deregisterJob(job, caller);
        }

        @Override
        public boolean isAllowed(OperationRules rules) {
            return rules.knowsJob(job);
        }

        @Override
        public void apply(OperationRules rules) {
            rules.deregister(job);
        }

        @Override
        public boolean isCertain(OperationRules rules) {
            return rules.knowsJob(job);
        }
    }

    record Trigger(String job) implements Operation {

        @Override
        public void perform(SchedulerOperations operations, Caller caller) {
            operations.triggerJob(job, caller);
        }

        @Override
        public boolean isAllowed(OperationRules rules) {
            return rules.mayTrigger(job);
        }

        @Override
        public void apply(OperationRules rules) {
            rules.trigger(job);
        }
    }

    record AddRun(String job) implements Operation {

        @Override
        public void perform(SchedulerOperations operations, Caller caller) {
            operations.triggerJob(job, new TriggerOptions(true, Optional.empty(), new TreeSet<>()), caller);
        }

        @Override
        public boolean isAllowed(OperationRules rules) {
            return rules.mayTrigger(job) && rules.knowsTransientJob(job);
        }

        @Override
        public void apply(OperationRules rules) {
            rules.addRun(job);
        }
    }

    record DisableKeeping(String job) implements Operation {

        @Override
        public void perform(SchedulerOperations operations, Caller caller) {
            operations.disableJob(job, new DisableOptions(true, Optional.empty()), caller);
        }

        @Override
        public boolean isAllowed(OperationRules rules) {
            return rules.knowsJob(job);
        }

        @Override
        public void apply(OperationRules rules) {
            rules.disableKeeping(job);
        }
    }

    record KillAll(String job) implements Operation {

        @Override
        public void perform(SchedulerOperations operations, Caller caller) {
            operations.killTasks(job, caller);
        }

        @Override
        public boolean isAllowed(OperationRules rules) {
            return rules.knowsJob(job);
        }

        @Override
        public void apply(OperationRules rules) {
            rules.killAll(job);
        }

        @Override
        public boolean isCertain(OperationRules rules) {
            return rules.knowsJob(job);
        }
    }

    record RemoveReady(String job) implements Operation {

        @Override
        public void perform(SchedulerOperations operations, Caller caller) {
            operations.removeReady(job, OptionalInt.empty(), caller);
        }

        @Override
        public boolean isAllowed(OperationRules rules) {
            return rules.knowsTransientJob(job);
        }

        @Override
        public void apply(OperationRules rules) {
            rules.removeReady(job);
        }

        @Override
        public boolean isCertain(OperationRules rules) {
            return rules.knowsJob(job);
        }
    }

    record RemoveFailover(String job) implements Operation {

        @Override
        public void perform(SchedulerOperations operations, Caller caller) {
            operations.removeFailover(job, OptionalInt.empty(), caller);
        }

        @Override
        public boolean isAllowed(OperationRules rules) {
            return rules.knowsJob(job);
        }

        @Override
        public void apply(OperationRules rules) {
            rules.removeFailover(job);
        }

        @Override
        public boolean isCertain(OperationRules rules) {
            return rules.knowsJob(job);
        }
    }
}
