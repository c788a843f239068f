package io.jobdeck.scheduler.operations;

import java.util.Objects;

/**
 * Who asks for an operation.
 *
 * @param name account, or the system user of a console on the same machine
 * @param origin where from: an address, or {@code console}
 */
public record Caller(String name, String origin) {

    public Caller {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(origin, "origin");
    }
}
