package io.jobdeck.scheduler.bench;

import io.jobdeck.scheduler.mesos.CallRejections;
import io.jobdeck.scheduler.mesos.MesosConnector;
import io.jobdeck.scheduler.mesos.MesosDriver;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.mesos.v1.Protos.Offer.Operation;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.scheduler.Mesos;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.apache.mesos.v1.scheduler.Protos.Event;
import org.apache.mesos.v1.scheduler.Scheduler;

/** Stands between loop and driver and reads the clock when a call is handed to the driver. Thread-safe. */
final class Wire implements MesosConnector {

    private final MesosConnector real;
    private final AtomicInteger launched = new AtomicInteger();
    private final AtomicInteger accepts = new AtomicInteger();
    private final AtomicInteger revives = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger finished = new AtomicInteger();
    private final AtomicInteger rejected = new AtomicInteger();
    private final AtomicLong firstAccept = new AtomicLong();
    private final AtomicLong lastAccept = new AtomicLong();
    private final Map<String, Long> firstAcceptOfJob = new ConcurrentHashMap<>();

    Wire(MesosConnector real) {
        this.real = real;
    }

    @Override
    public MesosDriver connect(Scheduler scheduler, CallRejections rejections) {
        MesosDriver driver = real.connect(new Listening(scheduler), (call, status, reason) -> {
            rejected.incrementAndGet();
            rejections.rejected(call, status, reason);
        });
        return new MesosDriver() {
            @Override
            public void send(Call call) {
                note(call);
                driver.send(call);
            }

            @Override
            public void reconnect() {
                driver.reconnect();
            }

            @Override
            public void close() {
                driver.close();
            }
        };
    }

    private void note(Call call) {
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

    /** Counts what comes. */
    private final class Listening implements Scheduler {

        private final Scheduler scheduler;

        Listening(Scheduler scheduler) {
            this.scheduler = scheduler;
        }

        @Override
        public void connected(Mesos mesos) {
            scheduler.connected(mesos);
        }

        @Override
        public void disconnected(Mesos mesos) {
            scheduler.disconnected(mesos);
        }

        @Override
        public void received(Mesos mesos, Event event) {
            if (event.getType() == Event.Type.UPDATE) {
                TaskState state = event.getUpdate().getStatus().getState();
                if (state == TaskState.TASK_RUNNING) {
                    running.incrementAndGet();
                } else if (state == TaskState.TASK_FINISHED) {
                    finished.incrementAndGet();
                }
            }
            scheduler.received(mesos, event);
        }
    }
}
