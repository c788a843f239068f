package io.jobdeck.desktop.action;

import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.model.TaskId;
import java.util.Objects;

/**
 * One thing that an action is on, by its identity, so that whatever a table shows can lead to it: a row of a queue is an
 * entry of that queue, and it also leads to its job and its app.
 */
public sealed interface Target {

    /** Returns what kind of thing it is. */
    Scope scope();

    /** Returns what people call it. */
    String name();

    /** An app. */
    record App(String name) implements Target {

        public App {
            Objects.requireNonNull(name, "name");
        }

        @Override
        public Scope scope() {
            return Scope.APP;
        }
    }

    /** A job. */
    record Job(String name) implements Target {

        public Job {
            Objects.requireNonNull(name, "name");
        }

        @Override
        public Scope scope() {
            return Scope.JOB;
        }
    }

    /** A task in flight. */
    record Task(TaskId id) implements Target {

        public Task {
            Objects.requireNonNull(id, "id");
        }

        @Override
        public Scope scope() {
            return Scope.TASK;
        }

        @Override
        public String name() {
            return "%s [%d]".formatted(id.jobName(), id.item());
        }
    }

    /** The counted runs of a job in the ready queue. */
    record Ready(String job) implements Target {

        public Ready {
            Objects.requireNonNull(job, "job");
        }

        @Override
        public Scope scope() {
            return Scope.READY;
        }

        @Override
        public String name() {
            return job;
        }
    }

    /** A run of a job that waits with a parameter or items of its own. */
    record Run(String job, String runId) implements Target {

        public Run {
            Objects.requireNonNull(job, "job");
            Objects.requireNonNull(runId, "runId");
        }

        @Override
        public Scope scope() {
            return Scope.RUN;
        }

        @Override
        public String name() {
            return job;
        }
    }

    /** An item in the failover queue. */
    record Failover(MetaInfo item) implements Target {

        public Failover {
            Objects.requireNonNull(item, "item");
        }

        @Override
        public Scope scope() {
            return Scope.FAILOVER;
        }

        @Override
        public String name() {
            return "%s [%d]".formatted(item.jobName(), item.item());
        }
    }

    /**
     * An agent.
     *
     * @param id Mesos' id of it
     * @param host its machine
     */
    record Agent(String id, String host) implements Target {

        public Agent {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(host, "host");
        }

        @Override
        public Scope scope() {
            return Scope.AGENT;
        }

        @Override
        public String name() {
            return host;
        }
    }
}
