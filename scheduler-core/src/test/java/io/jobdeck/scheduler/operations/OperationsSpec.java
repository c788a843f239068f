package io.jobdeck.scheduler.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobdeck.scheduler.operations.OperationException.Kind;
import io.jobdeck.scheduler.registry.InMemoryRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Operations on a registry in memory that begins empty. */
abstract class OperationsSpec {

    static final Caller ALICE = new Caller("alice", "console");
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    final InMemoryRegistry registry = new InMemoryRegistry();
    final SchedulerOperations operations =
            new RegistryOperations(registry, Clock.fixed(NOW, ZoneOffset.UTC));

    static void assertRefused(Kind kind, String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(OperationException.class, e -> {
            assertThat(e.kind()).isEqualTo(kind);
            assertThat(e.getMessage()).contains(message).doesNotContain("\n");
        });
    }

    int transactionsOf(Runnable work) {
        int soFar = registry.submitted().size();
        work.run();
        return registry.submitted().size() - soFar;
    }

    /** Returns a wish for a run with a parameter, none if it is null, and items of its own. */
    static TriggerOptions oneOff(String parameter, Integer... items) {
        return new TriggerOptions(false, Optional.ofNullable(parameter), new TreeSet<>(List.of(items)));
    }
}
