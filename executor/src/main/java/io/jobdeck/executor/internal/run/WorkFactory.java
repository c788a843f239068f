package io.jobdeck.executor.internal.run;

import io.jobdeck.executor.job.DataflowJob;
import io.jobdeck.executor.job.ElasticJob;
import io.jobdeck.executor.job.SimpleJob;
import io.jobdeck.executor.wire.TaskPayload;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds out what a task has to call. */
public final class WorkFactory {

    private final List<JobSource> sources;
    private final Path sandbox;

    /**
     * @param sources where jobs may be found, in the order of asking
     * @param sandbox where scripts run
     */
    public WorkFactory(List<JobSource> sources, Path sandbox) {
        this.sources = List.copyOf(sources);
        this.sandbox = sandbox;
    }

    /**
     * Returns the work of a task.
     *
     * @throws ReflectiveOperationException if the job cannot be found or its object not made
     * @throws IllegalArgumentException if the payload does not make sense
     */
    Work workOf(TaskPayload payload) throws ReflectiveOperationException {
        return switch (payload.jobType()) {
            case "SIMPLE" -> simple(payload);
            case "DATAFLOW" -> dataflow(payload);
            case "SCRIPT" -> new ScriptWork(CommandLine.words(payload.scriptCommandLine()), sandbox);
            default -> throw new IllegalArgumentException(
                    "job type '%s' is unknown, expected SIMPLE, DATAFLOW or SCRIPT".formatted(payload.jobType()));
        };
    }

    private Work simple(TaskPayload payload) throws ReflectiveOperationException {
        if (find(payload.jobClass()) instanceof SimpleJob job) {
            return (context, cancellation) -> job.execute(context);
        }
        throw wrongKind(payload, "SimpleJob");
    }

    private Work dataflow(TaskPayload payload) throws ReflectiveOperationException {
        if (find(payload.jobClass()) instanceof DataflowJob<?> job) {
            return new DataflowWork<>(job, payload.streamingProcess());
        }
        throw wrongKind(payload, "DataflowJob");
    }

    private ElasticJob find(String name) throws ReflectiveOperationException {
        for (JobSource source : sources) {
            Optional<ElasticJob> job = source.find(name);
            if (job.isPresent()) {
                return job.get();
            }
        }
        throw new ReflectiveOperationException(
                "job class '%s' is neither registered nor on the class path of the app".formatted(name));
    }

    private static IllegalArgumentException wrongKind(TaskPayload payload, String expected) {
        return new IllegalArgumentException("job type is %s, but %s is no %s"
                .formatted(payload.jobType(), payload.jobClass(), expected));
    }
}
