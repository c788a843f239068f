package io.jobdeck.scheduler.operations;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.codec.MalformedTextException;
import io.jobdeck.scheduler.model.ReconcileRequest;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.Transaction;
import io.jobdeck.scheduler.registry.TreeNode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Asks for a reconciliation, unless the last one was asked for a moment ago (spec section 4.3). */
final class Reconciling implements Plan {

    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(10);

    private final Sight sight;
    private final ReconcileRequest wanted;

    Reconciling(Sight sight, ReconcileRequest wanted) {
        this.sight = sight;
        this.wanted = wanted;
    }

    @Override
    public Optional<Transaction> next() {
        Nodes nodes = sight.read(RegistryPaths.RECONCILE);
        nodes.get(RegistryPaths.RECONCILE).flatMap(Reconciling::read).ifPresent(this::demandInterval);
        nodes.put(RegistryPaths.RECONCILE, Codecs.RECONCILE_REQUEST.write(wanted));
        return nodes.transaction();
    }

    /** A time far ahead comes from a clock that was wrong, and must not forbid it until then. */
    private void demandInterval(ReconcileRequest last) {
        Duration passed = Duration.between(last.at(), wanted.at());
        if (passed.abs().compareTo(SHORTEST_INTERVAL) < 0) {
            throw OperationException.tooSoon(
                    "A reconciliation was asked for %d s ago (by %s). Ask again in %d s.".formatted(
                            Math.max(0, passed.toSeconds()), Problems.quote(last.by()),
                            SHORTEST_INTERVAL.minus(passed).plusMillis(999).toSeconds()));
        }
    }

    private static Optional<ReconcileRequest> read(TreeNode node) {
        try {
            return Optional.of(Codecs.RECONCILE_REQUEST.read(node.text()));
        } catch (MalformedTextException e) {
            return Optional.empty();
        }
    }

    @Override
    public Verdict afterUnknown(Transaction tried) {
        boolean stored = sight.find(RegistryPaths.RECONCILE).flatMap(Reconciling::read).filter(wanted::equals).isPresent();
        return stored ? Verdict.HAPPENED : Verdict.DO_AGAIN;
    }

    @Override
    public String outcome() {
        return "an %s reconciliation was asked for".formatted(wanted.kind().name().toLowerCase(Locale.ROOT));
    }
}
