package io.jobdeck.executor.internal.run;

import io.jobdeck.executor.wire.TaskPayload;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call of user code on a task thread, which can be taken back, interrupted, and given up. */
final class Execution implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Execution.class);

    private final TaskPayload payload;
    private final TaskThreads threads;
    private final Callable<Void> code;
    private final Consumer<Optional<Throwable>> ended;
    private State state = State.WAITING;
    private Thread thread;

    private enum State {
        WAITING, RUNNING, ENDED, GIVEN_UP
    }

    /**
     * @param payload the task it is for
     * @param threads where it runs
     * @param code what to call
     * @param ended told on the task thread how it ended, with what was thrown if anything was; not told of a call taken
     *        back or given up
     */
    Execution(TaskPayload payload, TaskThreads threads, Callable<Void> code, Consumer<Optional<Throwable>> ended) {
        this.payload = payload;
        this.threads = threads;
        this.code = code;
        this.ended = ended;
    }

    void start() {
        threads.execute(this);
    }

    @Override
    public void run() {
        if (!begin()) {
            return;
        }
        Optional<Throwable> thrown;
        try (TaskScope scope = TaskScope.enter(payload)) {
            thrown = call();
            if (end()) {
                ended.accept(thrown);
            }
        }
    }

    /** Takes the call back, if it has not begun. Returns whether it will never be made. */
    boolean withdraw() {
        synchronized (this) {
            if (state != State.WAITING) {
                return false;
            }
            state = State.ENDED;
        }
        threads.remove(this);
        return true;
    }

    synchronized void interrupt() {
        if (state == State.RUNNING) {
            thread.interrupt();
        }
    }

    /** Leaves the thread to itself, if the call still runs. Returns whether it does. */
    boolean giveUp() {
        synchronized (this) {
            if (state != State.RUNNING) {
                return false;
            }
            state = State.GIVEN_UP;
        }
        threads.replaceLost();
        return true;
    }

    /** Everything thrown is the task's own failure, errors too: the executor and its other tasks go on. */
    private Optional<Throwable> call() {
        try {
            code.call();
            return Optional.empty();
        } catch (Throwable e) {
            return Optional.of(e);
        }
    }

    private synchronized boolean begin() {
        if (state != State.WAITING) {
            return false;
        }
        state = State.RUNNING;
        thread = Thread.currentThread();
        return true;
    }

    /** Returns whether anyone still wants to know. No interrupt meant for this call can hit the next one. */
    private boolean end() {
        synchronized (this) {
            boolean wanted = state == State.RUNNING;
            state = State.ENDED;
            thread = null;
            Thread.interrupted();
            if (wanted) {
                return true;
            }
        }
        threads.lostCameBack();
        LOG.warn("The code of {} has stopped at last, after its task was given up", payload.taskId());
        return false;
    }
}
