package io.jobdeck.scheduler.mesos.endpoints;

import java.time.Instant;
import java.util.Map;

/**
 * What a master keeps of agents beyond its own life.
 *
 * @param admitted host names of agents that it knows, by id, be they connected or not
 * @param unreachable since when agents are unreachable, by id
 */
public record Registrar(Map<String, String> admitted, Map<String, Instant> unreachable) {

    /** One that knows nothing. */
    public static final Registrar EMPTY = new Registrar(Map.of(), Map.of());

    public Registrar {
        admitted = Map.copyOf(admitted);
        unreachable = Map.copyOf(unreachable);
    }
}
