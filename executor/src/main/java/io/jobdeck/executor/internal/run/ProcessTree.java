package io.jobdeck.executor.internal.run;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** A process and all it has started. Those seen once are remembered, as they lose their parent when it ends. */
final class ProcessTree {

    private final Process root;
    private final Set<ProcessHandle> seen = new LinkedHashSet<>();

    ProcessTree(Process root) {
        this.root = root;
    }

    /** Asks all processes to end. */
    synchronized void terminate() {
        look();
        seen.forEach(ProcessHandle::destroy);
    }

    /** Ends all processes that are still there. */
    synchronized void kill() {
        look();
        seen.forEach(ProcessHandle::destroyForcibly);
    }

    private void look() {
        Stream.concat(root.descendants(), Stream.of(root.toHandle())).forEach(seen::add);
    }
}
