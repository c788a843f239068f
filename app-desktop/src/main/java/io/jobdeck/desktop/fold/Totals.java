package io.jobdeck.desktop.fold;

/**
 * What the cluster does, summed up.
 *
 * @param jobs jobs that are registered
 * @param apps apps that are registered
 * @param tasks tasks in flight
 * @param waitingRuns runs in the ready queue, one-off runs included
 * @param failoverItems items in the failover queue
 * @param executors executors that are up
 * @param agents agents with executors
 * @param cpus cpus that tasks in flight and executors were given, by the configs of now
 * @param memoryMb memory that they were given, in MB
 */
public record Totals(int jobs, int apps, int tasks, int waitingRuns, int failoverItems, int executors, int agents, double cpus,
        double memoryMb) {

    /** Nothing at all. */
    public static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0, 0, 0);
}
