package io.jobdeck.desktop.jobs;

import io.jobdeck.desktop.fold.JobCondition;
import io.jobdeck.desktop.fold.JobFacts;
import io.jobdeck.desktop.fold.JobState;
import io.jobdeck.desktop.table.Row;
import io.jobdeck.scheduler.model.ExecutionType;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.JobType;
import io.jobdeck.scheduler.model.RunResult;
import io.jobdeck.scheduler.model.Waiting;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** One job as the table of jobs shows it. Values that are not there are null, texts empty. Interface thread only. */
public final class JobRow implements Row<String, JobFacts> {

    private final String name;
    private final ReadOnlyStringWrapper app = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<JobType> type = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ExecutionType> executionType = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper cron = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Instant> nextFire = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper items = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<JobState> state = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<JobCondition> condition = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper runningItems = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper readyCount = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper failoverCount = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<RunResult> lastResult = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper waitingReason = new ReadOnlyStringWrapper("");
    private JobFacts facts;

    public JobRow(JobFacts facts) {
        this.name = facts.name();
        update(facts);
    }

    @Override
    public String key() {
        return name;
    }

    @Override
    public void update(JobFacts newFacts) {
        facts = newFacts;
        app.set(newFacts.config().map(JobConfig::appName).orElse(""));
        type.set(newFacts.config().map(JobConfig::jobType).orElse(null));
        executionType.set(newFacts.config().map(JobConfig::executionType).orElse(null));
        cron.set(newFacts.config().map(JobConfig::cron).orElse(""));
        nextFire.set(newFacts.nextFire().orElse(null));
        items.set(newFacts.config().map(JobConfig::shardingTotalCount).orElse(0));
        state.set(newFacts.state());
        condition.set(newFacts.health().condition());
        runningItems.set(newFacts.runningItems());
        readyCount.set(newFacts.readyCount() + newFacts.health().oneOffRuns());
        failoverCount.set(newFacts.failoverCount());
        lastResult.set(newFacts.lastResult().orElse(null));
        waitingReason.set(newFacts.waiting().map(Waiting::reason).orElse(""));
    }

    /** Returns the whole config; empty if what is stored cannot be read. */
    public Optional<JobConfig> config() {
        return facts.config();
    }

    /** Returns everything known of the job, as of the last update. */
    public JobFacts facts() {
        return facts;
    }

    public String name() {
        return name;
    }

    public ReadOnlyStringProperty appProperty() {
        return app.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<JobType> typeProperty() {
        return type.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ExecutionType> executionTypeProperty() {
        return executionType.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty cronProperty() {
        return cron.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Instant> nextFireProperty() {
        return nextFire.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty itemsProperty() {
        return items.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<JobState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Returns how it is doing, in one word. */
    public ReadOnlyObjectProperty<JobCondition> conditionProperty() {
        return condition.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty runningItemsProperty() {
        return runningItems.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty readyCountProperty() {
        return readyCount.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty failoverCountProperty() {
        return failoverCount.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<RunResult> lastResultProperty() {
        return lastResult.getReadOnlyProperty();
    }

    /** Returns the reason why it waits, empty when it does not. */
    public ReadOnlyStringProperty waitingReasonProperty() {
        return waitingReason.getReadOnlyProperty();
    }
}
