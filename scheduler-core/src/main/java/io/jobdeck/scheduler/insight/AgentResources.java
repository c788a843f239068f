package io.jobdeck.scheduler.insight;

/**
 * An amount of an agent's resources.
 *
 * @param cpus cores
 * @param memoryMb memory, in MB
 * @param diskMb disk, in MB
 * @param gpus graphics processors
 */
public record AgentResources(double cpus, double memoryMb, double diskMb, double gpus) {

    public static final AgentResources NONE = new AgentResources(0, 0, 0, 0);

    /** Returns the sum of both. */
    public AgentResources plus(AgentResources other) {
        return new AgentResources(cpus + other.cpus, memoryMb + other.memoryMb, diskMb + other.diskMb, gpus + other.gpus);
    }

    /** Returns what is left of this without the other, nothing where that is more. */
    public AgentResources minus(AgentResources other) {
        return new AgentResources(Math.max(0, cpus - other.cpus), Math.max(0, memoryMb - other.memoryMb),
                Math.max(0, diskMb - other.diskMb), Math.max(0, gpus - other.gpus));
    }
}
