package io.jobdeck.desktop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A lane of work per cluster: what opens and closes the same one is done one after the other, so that a cluster is never
 * opened while it is still closing, and one that hangs holds up no other. Not safe for several threads.
 */
final class Lanes {

    private static final Duration IDLE_THREAD_STAYS = Duration.ofSeconds(5);

    private final Map<String, ExecutorService> lanes = new HashMap<>();

    /** Returns the lane of a cluster. */
    ExecutorService of(String id) {
        return lanes.computeIfAbsent(id, Lanes::lane);
    }

    private static ExecutorService lane(String id) {
        ThreadPoolExecutor lane = new ThreadPoolExecutor(1, 1, IDLE_THREAD_STAYS.toMillis(), TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "cluster-" + id);
                    thread.setDaemon(true);
                    return thread;
                });
        lane.allowCoreThreadTimeOut(true);
        return lane;
    }

    /** Takes no more work and returns the lanes, so that their ends can be waited for. */
    List<ExecutorService> finish() {
        lanes.values().forEach(ExecutorService::shutdown);
        return new ArrayList<>(lanes.values());
    }
}
