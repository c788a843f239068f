package io.jobdeck.executor.internal.run;

import io.jobdeck.executor.wire.TaskPayload;
import org.slf4j.MDC;

/** Marks a thread as working for one task: its name, and {@code job}, {@code item} and {@code taskId} in the log context. */
final class TaskScope implements AutoCloseable {

    private final Thread thread = Thread.currentThread();
    private final String formerName = thread.getName();
    private final ClassLoader formerLoader = thread.getContextClassLoader();

    private TaskScope() {
    }

    /** Marks the calling thread, until {@link #close}, which must be called on it too. */
    static TaskScope enter(TaskPayload payload) {
        TaskScope scope = new TaskScope();
        scope.thread.setName("%s %s#%d".formatted(scope.formerName, payload.jobName(), payload.shardingItem()));
        MDC.put("job", payload.jobName());
        MDC.put("item", String.valueOf(payload.shardingItem()));
        MDC.put("taskId", payload.taskId());
        return scope;
    }

    /** Also undoes what user code may have left behind on the thread. */
    @Override
    public void close() {
        MDC.clear();
        thread.setContextClassLoader(formerLoader);
        thread.setName(formerName);
    }
}
