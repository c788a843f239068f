package io.jobdeck.scheduler.operations;

import io.jobdeck.scheduler.registry.RegistryPaths;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps each queue to the number of entries that {@code job_state_queue_size} allows (spec section 2.3, where a full queue
 * takes one more, refuses to count up what it holds, and tells nobody). An entry is reserved before it is written, so that
 * calls at the same time do not pass the limit together; other processes on the same tree are not waited for. Without a
 * live tree it costs a read of the queue's names. Safe on any thread.
 */
final class QueueLimit {

    private static final Map<String, String> NAMES = Map.of(
            RegistryPaths.READY, "ready queue",
            RegistryPaths.RUNS, "queue of runs with a parameter or items of their own",
            RegistryPaths.DISABLED_JOBS, "queue of disabled jobs",
            RegistryPaths.DISABLED_APPS, "queue of disabled apps");

    private final Sight sight;
    private final int most;
    private final Set<String> reserved = new HashSet<>();

    /** Takes the most entries of each queue. */
    QueueLimit(Sight sight, int most) {
        this.sight = sight;
        this.most = most;
    }

    /** Reserves the place of a new entry until it is {@linkplain #release released}, or refuses it. */
    void reserve(String path) {
        String queue = path.substring(0, path.lastIndexOf('/'));
        Optional<Set<String>> before = reservedBefore(path, queue);
        if (before.isEmpty()) {
            return;
        }
        // What is no longer reserved when the queue is looked at was reserved before that, and is seen there by now.
        int held = sight.treeInSync().map(tree -> tree.countWith(queue, before.get()))
                .orElseGet(() -> countWith(queue, before.get()));
        if (held >= most) {
            release(path);
            throw OperationException.conflict(("The %s is full: it holds %d of at most %d entries. Wait until some are"
                    + " worked off, take some out, or raise job_state_queue_size.")
                    .formatted(NAMES.get(queue), held, most));
        }
    }

    /** Reserves a place and returns what was reserved before it in the same queue; nothing if the place itself was. */
    private synchronized Optional<Set<String>> reservedBefore(String path, String queue) {
        Set<String> before = reserved.stream().filter(other -> other.startsWith(queue + "/")).collect(Collectors.toSet());
        return reserved.add(path) ? Optional.of(before) : Optional.empty();
    }

    private int countWith(String queue, Set<String> others) {
        Set<String> paths = new HashSet<>(others);
        sight.children(queue).forEach(name -> paths.add(queue + "/" + name));
        return paths.size();
    }

    /** Gives up a reservation, if there is one: the entry is written by now, or never will be. */
    synchronized void release(String path) {
        reserved.remove(path);
    }
}
