package io.jobdeck.scheduler.registry;

import io.jobdeck.scheduler.registry.TransactionResult.Committed;
import io.jobdeck.scheduler.registry.TransactionResult.Refused;
import java.util.List;
import java.util.Optional;

/** The node whose version numbers the leaders. */
final class EpochNode {

    private final CuratorRegistry registry;

    /**
     * An epoch that has begun.
     *
     * @param number version of the epoch node
     * @param place path of the leader's node in the election, which exists as long as its session
     */
    record Begun(int number, String place) { }

    EpochNode(CuratorRegistry registry) {
        this.registry = registry;
    }

    /**
     * Starts a new epoch, provided that this session holds the first place of the election, in the same transaction.
     *
     * @param leaderInfo the new value
     * @return the epoch; empty if this session does not hold the first place any more
     * @throws RegistryUnavailableException if it could not be found out
     */
    Optional<Begun> next(String leaderInfo) {
        while (true) {
            Optional<String> place = firstPlaceOfThisSession();
            if (place.isEmpty()) {
                return Optional.empty();
            }
            TransactionResult result = registry.commit(new Transaction(
                    List.of(new Change.Check(place.get()), raised(leaderInfo))));
            if (result instanceof Committed committed) {
                return Optional.of(new Begun(committed.versions().get(1), place.get()));
            }
            boolean changedMeanwhile = result instanceof Refused refused
                    && refused.reason() != TransactionResult.Reason.NOT_PERMITTED;
            if (!changedMeanwhile) {
                throw new RegistryUnavailableException("Could not start an epoch: " + result, null);
            }
        }
    }

    private Change raised(String leaderInfo) {
        return registry.read(RegistryPaths.EPOCH)
                .<Change>map(node -> new Change.Set(RegistryPaths.EPOCH, leaderInfo, node.version()))
                .orElseGet(() -> new Change.Create(RegistryPaths.EPOCH, leaderInfo));
    }

    private Optional<String> firstPlaceOfThisSession() {
        return Candidates.leader(registry.children(RegistryPaths.ELECTION))
                .map(name -> RegistryPaths.ELECTION + "/" + name)
                .filter(path -> registry.find(path)
                        .filter(found -> found.stat().getEphemeralOwner() == registry.sessionId())
                        .isPresent());
    }
}
