package io.jobdeck.executor.internal.run;

import io.jobdeck.executor.internal.mesos.StatusUpdate;
import io.jobdeck.executor.internal.mesos.StatusUpdates;
import io.jobdeck.executor.internal.mesos.UpdateState;
import io.jobdeck.executor.wire.TaskPayload;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A task that runs its job once (spec section 9.2). */
final class TransientTask extends Task {

    private static final Logger LOG = LoggerFactory.getLogger(TransientTask.class);
    private static final byte[] NO_DATA = {};

    private final WorkFactory works;

    TransientTask(TaskPayload payload, WorkFactory works, TaskThreads threads, StatusUpdates updates) {
        super(payload, threads, updates);
        this.works = works;
    }

    @Override
    void begin() {
        execute(() -> {
            reportRunning("", NO_DATA);
            runOnce(works.workOf(payload()), payload().jobParameter());
            return null;
        });
    }

    @Override
    Optional<StatusUpdate> verdict(Optional<Throwable> thrown) {
        if (thrown.isEmpty()) {
            return Optional.of(StatusUpdate.now(id(), UpdateState.TASK_FINISHED, ""));
        }
        LOG.error("{} failed", id(), thrown.get());
        return Optional.of(StatusUpdate.now(id(), UpdateState.TASK_FAILED, FailureText.of(thrown.get())));
    }
}
