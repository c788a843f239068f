package io.jobdeck.scheduler.operations;

import static io.jobdeck.scheduler.registry.RegistryPaths.configJob;
import static io.jobdeck.scheduler.registry.RegistryPaths.failover;

import io.jobdeck.scheduler.model.MetaInfo;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes items of a job out of the failover queue with the count of their failures, and the parent with the last. */
final class FailoverRemoval extends QueueRemoval {

    /** An item goes with its count, and the last with the parent, in one transaction. */
    private static final int ITEMS_AT_ONCE = (Nodes.MANY - 1) / 2;

    private final OptionalInt item;

    /** Takes the item; empty for all. */
    FailoverRemoval(Sight sight, String job, OptionalInt item) {
        super(sight, job, failover(job));
        this.item = item;
    }

    @Override
    int take(Nodes nodes) {
        if (!nodes.has(configJob(job())) && !nodes.has(failover(job()))) {
            throw JobOperations.unknownJob(job());
        }
        List<String> wanted = nodes.failoverEntries(job()).stream().filter(this::isWanted).toList();
        Set<String> taken = wanted.stream().limit(ITEMS_AT_ONCE).collect(Collectors.toSet());
        nodes.deleteFailover(job(), taken::contains);
        nodes.deleteAttempts(job(), taken::contains);
        if (taken.size() < wanted.size()) {
            nodes.leaveSome();
        }
        return taken.size();
    }

    private boolean isWanted(String entry) {
        return item.isEmpty() || entry.equals(new MetaInfo(job(), item.getAsInt()).toString());
    }

    @Override
    public String outcome() {
        return "items of job '%s' were taken out of the failover queue".formatted(job());
    }
}
