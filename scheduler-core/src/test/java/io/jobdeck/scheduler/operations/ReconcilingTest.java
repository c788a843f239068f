package io.jobdeck.scheduler.operations;

import static io.jobdeck.scheduler.model.ReconcileRequest.Kind.EXPLICIT;
import static io.jobdeck.scheduler.model.ReconcileRequest.Kind.IMPLICIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.ReconcileRequest;
import io.jobdeck.scheduler.operations.OperationException.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Asking for a reconciliation (spec section 4.3). */
class ReconcilingTest extends OperationsSpec {

    private SchedulerOperations after(Duration time) {
        return new RegistryOperations(registry, Clock.fixed(NOW.plus(time), ZoneOffset.UTC));
    }

    @Test
    void theNewestRequestStandsInItsNode() {
        operations.reconcile(EXPLICIT, ALICE);
        assertThat(stored()).isEqualTo(new ReconcileRequest(EXPLICIT, "alice", NOW));

        after(Duration.ofSeconds(10)).reconcile(IMPLICIT, ALICE);
        assertThat(stored()).isEqualTo(new ReconcileRequest(IMPLICIT, "alice", NOW.plusSeconds(10)));
    }

    @Test
    void anotherOfEitherKindWithinTenSecondsIsRefused() {
        operations.reconcile(EXPLICIT, ALICE);

        assertRefused(Kind.TOO_SOON, "A reconciliation was asked for 9 s ago (by 'alice'). Ask again in 1 s.",
                () -> after(Duration.ofMillis(9_999)).reconcile(IMPLICIT, ALICE));
        assertThat(stored().kind()).isEqualTo(EXPLICIT);
    }

    @Test
    void aRequestDatedFarAheadForbidsNothing() {
        after(Duration.ofDays(1)).reconcile(EXPLICIT, ALICE);

        operations.reconcile(IMPLICIT, ALICE);

        assertThat(stored().kind()).isEqualTo(IMPLICIT);
    }

    @Test
    void aRequestWhoseAnswerIsLostIsAccepted() {
        registry.loseAnswerOfNext();

        operations.reconcile(EXPLICIT, ALICE);

        assertThat(stored().kind()).isEqualTo(EXPLICIT);
    }

    private ReconcileRequest stored() {
        return Codecs.RECONCILE_REQUEST.read(registry.text("/jobdeck/reconcile"));
    }
}
