package io.jobdeck.desktop.overview;

/**
 * What all agents have together.
 *
 * @param agents number of agents that are up
 * @param cpus cpus of all of them
 * @param usedCpus cpus that somebody uses, other frameworks included
 * @param memoryMb memory of all of them, in MB
 * @param usedMemoryMb memory that somebody uses, in MB
 */
public record Capacity(int agents, double cpus, double usedCpus, double memoryMb, double usedMemoryMb) {
}
