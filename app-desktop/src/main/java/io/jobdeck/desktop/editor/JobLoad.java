package io.jobdeck.desktop.editor;

import java.util.List;

/**
 * What a job has at work now.
 *
 * @param enabled whether it may run
 * @param running items that run
 * @param ready runs in the ready queue
 * @param failover items in the failover queue
 */
public record JobLoad(boolean enabled, List<Integer> running, int ready, List<Integer> failover) {

    public JobLoad {
        running = List.copyOf(running);
        failover = List.copyOf(failover);
    }
}
