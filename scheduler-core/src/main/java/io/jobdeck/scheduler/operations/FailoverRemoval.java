package io.jobdeck.scheduler.operations;

import static io.jobdeck.scheduler.registry.RegistryPaths.configJob;
import static io.jobdeck.scheduler.registry.RegistryPaths.failover;

import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.registry.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes items of a job out of the failover queue with the count of their failures, and the parent with the last. */
final class FailoverRemoval implements Plan {

    private final Sight sight;
    private final String job;
    private final OptionalInt item;
    private int planned;
    private boolean inDoubt;
    private boolean leftSome;

    /** Takes the item; empty for all. */
    FailoverRemoval(Sight sight, String job, OptionalInt item) {
        this.sight = sight;
        this.job = job;
        this.item = item;
    }

    @Override
    public Optional<Transaction> next() {
        leftSome = false;
        Nodes nodes = sight.read(configJob(job), failover(job));
        if (!nodes.has(configJob(job)) && !nodes.has(failover(job))) {
            throw JobOperations.unknownJob(job);
        }
        List<String> entries = nodes.has(failover(job)) ? nodes.belongings().failover(job) : List.of();
        List<String> unwanted = entries.stream().filter(this::isWanted).limit(Nodes.MANY / 2).toList();
        if (!unwanted.isEmpty()) {
            plan(nodes, entries, unwanted);
        }
        if (!unwanted.isEmpty() || !inDoubt) {
            planned = unwanted.size();
        }
        return nodes.transaction();
    }

    private void plan(Nodes nodes, List<String> entries, List<String> unwanted) {
        leftSome = item.isEmpty() && unwanted.size() < entries.size();
        nodes.deleteListed(unwanted);
        Set<String> counted = unwanted.stream().map(path -> path.substring(failover(job).length() + 1))
                .collect(Collectors.toSet());
        nodes.deleteListed(nodes.belongings().attempts(job).stream()
                .filter(path -> counted.contains(path.substring(path.lastIndexOf('/') + 1))).toList());
        if (unwanted.size() == entries.size()) {
            nodes.delete(failover(job));
        }
    }

    private boolean isWanted(String path) {
        return item.isEmpty() || path.equals(failover(new MetaInfo(job, item.getAsInt())));
    }

    /** Returns how many items the last transaction took out. */
    int removed() {
        return planned;
    }

    /** Returns whether there were more than one transaction could take out. */
    boolean hasLeftSome() {
        return leftSome;
    }

    @Override
    public Verdict afterUnknown(Transaction tried) {
        inDoubt = true;
        return Verdict.DO_AGAIN;
    }

    @Override
    public String outcome() {
        return "items of job '%s' were taken out of the failover queue".formatted(job);
    }
}
