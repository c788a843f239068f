package io.jobdeck.scheduler.bench;

import io.jobdeck.scheduler.mesos.MesosTraffic;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.mesos.v1.Protos.Offer.Operation;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.apache.mesos.v1.scheduler.Protos.Event;

/** Counts what passes between loop and driver and reads the clock when a call is handed over. Thread-safe. */
final class Wire implements MesosTraffic {

    private final AtomicInteger launched = new AtomicInteger();
    private final AtomicInteger accepts = new AtomicInteger();
    private final AtomicInteger revives = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger finished = new AtomicInteger();
    private final AtomicInteger rejected = new AtomicInteger();
    private final AtomicLong firstAccept = new AtomicLong();
    private final AtomicLong lastAccept = new AtomicLong();
    private final Map<String, Long> firstAcceptOfJob = new ConcurrentHashMap<>();

    @Override
    public void sent(Call call) {
        if (call.getType() == Call.Type.REVIVE) {
            revives.incrementAndGet();
        } else if (call.getType() == Call.Type.ACCEPT) {
            long now = System.nanoTime();
            for (Operation operation : call.getAccept().getOperationsList()) {
                for (TaskInfo task : operation.getLaunch().getTaskInfosList()) {
                    firstAcceptOfJob.putIfAbsent(jobOf(task), now);
                }
                launched.addAndGet(operation.getLaunch().getTaskInfosCount());
            }
            accepts.incrementAndGet();
            firstAccept.compareAndSet(0, now);
            lastAccept.set(now);
        }
    }

    @Override
    public void rejected(Call call) {
        rejected.incrementAndGet();
    }

    @Override
    public void received(Event event) {
        if (event.getType() == Event.Type.UPDATE) {
            TaskState state = event.getUpdate().getStatus().getState();
            if (state == TaskState.TASK_RUNNING) {
                running.incrementAndGet();
            } else if (state == TaskState.TASK_FINISHED) {
                finished.incrementAndGet();
            }
        }
    }

    private static String jobOf(TaskInfo task) {
        String id = task.getTaskId().getValue();
        return id.substring(0, id.indexOf("@-@"));
    }

    /** Forgets what was counted. */
    void reset() {
        launched.set(0);
        accepts.set(0);
        revives.set(0);
        running.set(0);
        finished.set(0);
        firstAccept.set(0);
        firstAcceptOfJob.clear();
    }

    /** Returns how many tasks stood in ACCEPT calls. */
    int launched() {
        return launched.get();
    }

    int accepts() {
        return accepts.get();
    }

    int revives() {
        return revives.get();
    }

    /** Returns how many updates said that a task runs. */
    int running() {
        return running.get();
    }

    int finished() {
        return finished.get();
    }

    int rejected() {
        return rejected.get();
    }

    /** Returns {@link System#nanoTime()} of the first ACCEPT. */
    long firstAccept() {
        return firstAccept.get();
    }

    /** Returns {@link System#nanoTime()} of the last ACCEPT. */
    long lastAccept() {
        return lastAccept.get();
    }

    /** Returns when the first ACCEPT with a task of this job was sent and forgets it, or null. */
    Long takeAcceptOf(String job) {
        return firstAcceptOfJob.remove(job);
    }
}
