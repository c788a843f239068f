package io.jobdeck.scheduler.registry;

import java.util.List;

/**
 * Changes that happen together or not at all.
 *
 * @param changes in the order in which they are applied
 */
public record Transaction(List<Change> changes) {

    public Transaction {
        changes = List.copyOf(changes);
    }

    public static Transaction of(Change... changes) {
        return new Transaction(List.of(changes));
    }
}
