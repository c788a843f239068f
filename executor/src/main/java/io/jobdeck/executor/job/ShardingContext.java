package io.jobdeck.executor.job;

import java.util.Objects;

/** What a job is told about the item it runs. Immutable. */
public final class ShardingContext {

    private final String jobName;
    private final String taskId;
    private final int shardingTotalCount;
    private final int shardingItem;
    private final String shardingParameter;
    private final String jobParameter;
    private final CancellationSignal cancellation;

    private ShardingContext(Builder builder) {
        jobName = builder.jobName;
        taskId = builder.taskId;
        shardingTotalCount = builder.shardingTotalCount;
        shardingItem = builder.shardingItem;
        shardingParameter = builder.shardingParameter;
        jobParameter = builder.jobParameter;
        cancellation = builder.cancellation;
    }

    /**
     * Starts a context, for instance to call a job from a test.
     *
     * @param jobName name of the job
     * @param cancellation tells the job to stop
     */
    public static Builder of(String jobName, CancellationSignal cancellation) {
        return new Builder(jobName, cancellation);
    }

    /** Returns the name of the job, unique in its scheduler. */
    public String jobName() {
        return jobName;
    }

    /** Returns the id of the task that runs this item, unique for ever. */
    public String taskId() {
        return taskId;
    }

    /** Returns how many items the job has, at least 1. */
    public int shardingTotalCount() {
        return shardingTotalCount;
    }

    /** Returns the item to run, from 0 to the total less 1. */
    public int shardingItem() {
        return shardingItem;
    }

    /** Returns the parameter of this item, empty if it has none. */
    public String shardingParameter() {
        return shardingParameter;
    }

    /** Returns the parameter of the whole job, empty if it has none. */
    public String jobParameter() {
        return jobParameter;
    }

    /** Returns what tells the job to stop. */
    public CancellationSignal cancellation() {
        return cancellation;
    }

    @Override
    public String toString() {
        return "%s item %d of %d (%s)".formatted(jobName, shardingItem, shardingTotalCount, taskId);
    }

    /** Collects the parts of a context. What is not said is one item, number 0, with empty texts. */
    public static final class Builder {

        private final String jobName;
        private final CancellationSignal cancellation;
        private String taskId = "";
        private int shardingTotalCount = 1;
        private int shardingItem;
        private String shardingParameter = "";
        private String jobParameter = "";

        private Builder(String jobName, CancellationSignal cancellation) {
            this.jobName = Objects.requireNonNull(jobName, "jobName");
            this.cancellation = Objects.requireNonNull(cancellation, "cancellation");
        }

        /** Sets the id of the task. */
        public Builder taskId(String id) {
            taskId = Objects.requireNonNull(id, "id");
            return this;
        }

        /**
         * Sets which item this is.
         *
         * @param item number of the item, from 0
         * @param total how many items the job has, at least 1
         * @param parameter parameter of this item, may be empty
         */
        public Builder item(int item, int total, String parameter) {
            shardingItem = item;
            shardingTotalCount = total;
            shardingParameter = Objects.requireNonNull(parameter, "parameter");
            return this;
        }

        /** Sets the parameter of the whole job. */
        public Builder jobParameter(String parameter) {
            jobParameter = Objects.requireNonNull(parameter, "parameter");
            return this;
        }

        /** Returns the context. */
        public ShardingContext build() {
            return new ShardingContext(this);
        }
    }
}
