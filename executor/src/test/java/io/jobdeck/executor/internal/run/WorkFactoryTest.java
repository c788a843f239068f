package io.jobdeck.executor.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobdeck.executor.job.DataflowJob;
import io.jobdeck.executor.job.ElasticJob;
import io.jobdeck.executor.job.ShardingContext;
import io.jobdeck.executor.job.SimpleJob;
import io.jobdeck.executor.testing.Payloads;
import io.jobdeck.executor.wire.TaskPayload;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class WorkFactoryTest {

    private static final List<String> CALLED = new ArrayList<>();

    private final Cancellation cancellation = new Cancellation();
    private final List<String> calls = new ArrayList<>();

    static final class NoArguments implements SimpleJob {

        private NoArguments() {
        }

        @Override
        public void execute(ShardingContext context) {
            throw new UnsupportedOperationException("called " + context);
        }
    }

    static final class NeedsAnArgument implements SimpleJob {

        NeedsAnArgument(String argument) {
            CALLED.add(argument);
        }

        @Override
        public void execute(ShardingContext context) {
            CALLED.add(context.jobName());
        }
    }

    static final class CannotBeMade implements SimpleJob {

        CannotBeMade() {
            throw new IllegalStateException("no database");
        }

        @Override
        public void execute(ShardingContext context) {
            CALLED.add(context.jobName());
        }
    }

    private final class Flow implements DataflowJob<String> {

        private final Queue<List<String>> batches;

        Flow(List<List<String>> batches) {
            this.batches = new ArrayDeque<>(batches);
        }

        @Override
        public List<String> fetch(ShardingContext context) {
            calls.add("fetch");
            return batches.poll();
        }

        @Override
        public void process(ShardingContext context, List<String> data) {
            calls.add("process " + data);
            if (data.contains("cancel")) {
                cancellation.cancel();
            }
        }
    }

    @Test
    void aJobIsFoundByItsClassNameAndMadeWithoutArguments() {
        assertThatThrownBy(() -> run(Payloads.simple("t", NoArguments.class.getName())))
                .isInstanceOf(UnsupportedOperationException.class).hasMessageContaining("called");
    }

    @Test
    void aRegisteredJobGoesBeforeAClass() throws Exception {
        run(Payloads.simple("t", NoArguments.class.getName()), (SimpleJob) context -> calls.add("registered"));

        assertThat(calls).containsExactly("registered");
    }

    @Test
    void whatIsWrongWithTheClassIsSaid() {
        assertThatThrownBy(() -> run(Payloads.simple("t", "no.such.Job")))
                .hasMessageContaining("'no.such.Job' is neither registered nor on the class path");
        assertThatThrownBy(() -> run(Payloads.simple("t", "java.lang.String")))
                .hasMessageContaining("implements neither SimpleJob nor DataflowJob");
        assertThatThrownBy(() -> run(Payloads.simple("t", NeedsAnArgument.class.getName())))
                .hasMessageContaining("no constructor without arguments");
        assertThatThrownBy(() -> run(Payloads.simple("t", CannotBeMade.class.getName())))
                .hasMessageContaining("constructor").hasRootCauseMessage("no database");
    }

    @Test
    void theJobTypeMustFitTheClassAndBeKnown() {
        assertThatThrownBy(() -> run(Payloads.dataflow("t", NoArguments.class.getName(), false)))
                .hasMessageContaining("job type is DATAFLOW, but").hasMessageContaining("is no DataflowJob");
        assertThatThrownBy(() -> run(new TaskPayload("t", "j", "WEB", "", "", 1, 0, "", "", false, "")))
                .hasMessageContaining("job type 'WEB' is unknown");
        assertThatThrownBy(() -> run(Payloads.script("t", " "))).hasMessageContaining("command line is empty");
    }

    @Test
    void aDataflowFetchesAndProcessesOnce() throws Exception {
        run(Payloads.dataflow("t", "flow", false), new Flow(List.of(List.of("a", "b"), List.of("c"))));

        assertThat(calls).containsExactly("fetch", "process [a, b]");
    }

    @Test
    void aDataflowWithNothingToDoDoesNotProcess() throws Exception {
        run(Payloads.dataflow("t", "flow", true), new Flow(List.of(List.of())));

        assertThat(calls).containsExactly("fetch");
    }

    @Test
    void aStreamingDataflowGoesOnUntilThereIsNoMoreData() throws Exception {
        run(Payloads.dataflow("t", "flow", true), new Flow(List.of(List.of("a"), List.of("b"))));

        assertThat(calls).containsExactly("fetch", "process [a]", "fetch", "process [b]", "fetch");
    }

    @Test
    void aStreamingDataflowStopsWhenCancelled() throws Exception {
        run(Payloads.dataflow("t", "flow", true), new Flow(List.of(List.of("a"), List.of("cancel"), List.of("b"))));

        assertThat(calls).containsExactly("fetch", "process [a]", "fetch", "process [cancel]");
    }

    private void run(TaskPayload payload) throws Exception {
        run(payload, name -> Optional.empty());
    }

    private void run(TaskPayload payload, ElasticJob job) throws Exception {
        run(payload, name -> Optional.of(job));
    }

    private void run(TaskPayload payload, JobSource registered) throws Exception {
        WorkFactory factory = new WorkFactory(
                List.of(registered, new ClassNames(getClass().getClassLoader())), Path.of("."));
        factory.workOf(payload).run(ShardingContext.of(payload.jobName(), cancellation).build(), cancellation);
    }
}
