package io.jobdeck.scheduler.operations;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.Request;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.Transaction;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks for the end of tasks in flight. */
final class TaskKills {

    private final Sight sight;
    private final RegistryTransactions transactions;
    private final Clock clock;

    TaskKills(Sight sight, RegistryTransactions transactions, Clock clock) {
        this.sight = sight;
        this.transactions = transactions;
        this.clock = clock;
    }

    void kill(TaskId task, String by) {
        if (!NameRule.canBeNode(task.jobName()) || !NameRule.canBeNode(task.toString())) {
            throw unknownTask(task);
        }
        transactions.carryOut(new Killing("the end of task %s was asked for".formatted(Problems.quote(task.toString())), by) {
            @Override
            List<StoredTasks.Stored> chosen(Collection<StoredTasks.Stored> stored) {
                List<StoredTasks.Stored> found = stored.stream().filter(one -> one.id().equals(task)).toList();
                if (found.isEmpty() && !mayHaveHappened()) {
                    throw unknownTask(task);
                }
                return found;
            }

            @Override
            String job() {
                return task.jobName();
            }
        });
    }

    int killAll(String job, String by) {
        AllOf all = new AllOf(job, by);
        transactions.carryOut(all);
        while (all.leftSome) {
            transactions.carryOn(all);
        }
        return all.tasks;
    }

    private static OperationException unknownTask(TaskId task) {
        return OperationException.notFound(
                "There is no task %s in flight. It may have ended; look at the list of running tasks."
                        .formatted(Problems.quote(task.toString())));
    }

    private final class AllOf extends Killing {

        private final String job;
        private int tasks;

        AllOf(String job, String by) {
            super("the end of the tasks of job '%s' was asked for".formatted(job), by);
            this.job = job;
        }

        @Override
        List<StoredTasks.Stored> chosen(Collection<StoredTasks.Stored> stored) {
            if (stored.isEmpty() && sight.find(RegistryPaths.configJob(job)).isEmpty()) {
                throw JobOperations.unknownJob(job);
            }
            tasks = Math.max(tasks, stored.size());
            return List.copyOf(stored);
        }

        @Override
        String job() {
            return job;
        }
    }

    /** Requests for tasks that are known then; what was asked for already is left as it is. */
    private abstract class Killing extends RepeatablePlan {

        private final String outcome;
        private final String by;
        boolean leftSome;

        Killing(String outcome, String by) {
            this.outcome = outcome;
            this.by = by;
        }

        abstract String job();

        abstract List<StoredTasks.Stored> chosen(Collection<StoredTasks.Stored> stored);

        @Override
        public Optional<Transaction> next() {
            leftSome = false;
            List<StoredTasks.Stored> tasks = chosen(new StoredTasks(sight).of(job()));
            Map<String, ?> asked = sight.findAll(tasks.stream().map(task -> RegistryPaths.kill(task.id())).toList());
            List<StoredTasks.Stored> missing = tasks.stream()
                    .filter(task -> !asked.containsKey(RegistryPaths.kill(task.id()))).toList();
            if (missing.isEmpty()) {
                return Optional.empty();
            }
            List<StoredTasks.Stored> now = missing.subList(0, Math.min(missing.size(), Nodes.MANY / 2));
            leftSome = now.size() < missing.size();
            return Optional.of(requests(now));
        }

        private Transaction requests(List<StoredTasks.Stored> tasks) {
            String request = Codecs.REQUEST.write(new Request(by, clock.instant()));
            List<Change> changes = new ArrayList<>();
            // A task that has ended meanwhile must not leave a request behind that nobody answers.
            tasks.stream().map(StoredTasks.Stored::node).distinct().forEach(node -> changes.add(new Change.Check(node)));
            tasks.forEach(task -> changes.add(new Change.Create(RegistryPaths.kill(task.id()), request)));
            return new Transaction(changes);
        }

        @Override
        public String outcome() {
            return outcome;
        }
    }
}
