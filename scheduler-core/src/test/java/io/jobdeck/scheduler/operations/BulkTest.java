package io.jobdeck.scheduler.operations;

import static io.jobdeck.scheduler.operations.Samples.app;
import static io.jobdeck.scheduler.operations.Samples.job;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.scheduler.operations.OperationException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same done to many jobs, each for itself. */
class BulkTest extends OperationsSpec {

    @BeforeEach
    void registered() {
        operations.registerApp(app(), ALICE);
    }

    @Test
    void eachJobHasItsOutcomeInTheOrderGiven() {
        List<String> names = new ArrayList<>();
        for (int index = 0; index < 300; index++) {
            String name = "j" + index;
            registry.put("/config/job/" + name, Samples.jobJson("jobName", Samples.text(name)));
            names.add(name);
        }
        names.add(7, "no");

        List<JobOutcome> outcomes = operations.onJobs(names, new JobAction.Trigger(TriggerOptions.STANDARD), ALICE);

        assertThat(outcomes).extracting(JobOutcome::job).containsExactlyElementsOf(names);
        assertThat(outcomes).filteredOn(outcome -> outcome.refusal().isPresent()).singleElement().satisfies(outcome -> {
            assertThat(outcome.job()).isEqualTo("no");
            assertThat(outcome.refusal().get().kind()).isEqualTo(Kind.NOT_FOUND);
        });
        assertThat(registry.snapshot().keySet()).filteredOn(path -> path.startsWith("/state/ready/")).hasSize(300);
    }

    @Test
    void aJobNamedTwiceIsDealtWithOnce() {
        operations.registerJob(job("misfire", "true"), ALICE);

        List<JobOutcome> outcomes =
                operations.onJobs(List.of("t1", "t1"), new JobAction.Trigger(TriggerOptions.STANDARD), ALICE);

        assertThat(registry.text("/state/ready/t1")).isEqualTo("1");
        assertThat(outcomes).extracting(JobOutcome::note)
                .containsExactly(Optional.empty(), Optional.of("named more than once, done once"));
    }

    @Test
    void whatIsToBeKnownAlthoughItWasDoneStandsInTheNote() {
        operations.registerJob(job("misfire", "true"), ALICE);
        operations.triggerJob("t1", ALICE);
        operations.triggerJob("t1", ALICE);

        assertThat(one(new JobAction.ClearReady()).note()).contains("runs taken out: 2");
        assertThat(one(new JobAction.ClearFailover()).note()).contains("items taken out: 0");
        assertThat(one(new JobAction.KillTasks()).note()).contains("tasks: 0");
        assertThat(one(new JobAction.Disable(DisableOptions.STANDARD)).note()).isEmpty();
        operations.disableApp("foo_app", ALICE);
        assertThat(one(new JobAction.Enable()).note()).contains("its app 'foo_app' is disabled, so it does not run yet");
        assertThat(one(new JobAction.Deregister()).refusal()).isEmpty();
        assertThat(registry.text("/config/job/t1")).isNull();
    }

    @Test
    void noJobsAreNoWork() {
        assertThat(operations.onJobs(List.of(), new JobAction.Enable(), ALICE)).isEmpty();
    }

    private JobOutcome one(JobAction action) {
        return operations.onJobs(List.of("t1"), action, ALICE).get(0);
    }
}
