package io.jobdeck.scheduler.simulation;

import io.jobdeck.executor.wire.TaskPayload;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.scheduling.SimulatedLeader;
import io.jobdeck.scheduler.simulation.ClusterModel.JobModel;
import io.jobdeck.scheduler.takeover.LegacyTreeRules;
import io.jobdeck.scheduler.takeover.StoredNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.mesos.v1.Protos.TaskState;

/**
 * Everything is well again and goes on until nothing changes: the cluster must then be as the tree says, and nothing may be
 * left of what is gone.
 */
final class Settling {

    private static final int ROUNDS = 130;
    private static final Duration ROUND = Duration.ofSeconds(6);

    private final World world;

    Settling(World world) {
        this.world = world;
    }

    void settle() {
        world.zooKeeperReturns();
        world.mesos.loseNextLaunch = false;
        world.runDeposed();
        Optional<RuleBroken> missing = Optional.empty();
        for (int round = 0; round < ROUNDS; round++) {
            goOn();
            missing = missing();
            if (missing.isEmpty() && round > 12) {
                return;
            }
        }
        missing.ifPresent(broken -> {
            throw broken;
        });
    }

    private void goOn() {
        world.mesos.agents().forEach(world.mesos::heal);
        world.mesos.dropLostLaunches();
        world.mesos.resend();
        world.flow();
        world.mesos.agents().forEach(world.mesos::offer);
        world.flow();
        world.mesos.alive().forEach(this::goOn);
        world.flow();
        world.pass(ROUND);
        world.flow();
    }

    private void goOn(SimulatedTask task) {
        if (task.killRequested) {
            world.progress(task, TaskState.TASK_KILLED, "");
            return;
        }
        world.progress(task, TaskState.TASK_RUNNING, "");
        world.mesos.fire(task);
        boolean daemon = world.rules.model.job(task.id().jobName()).filter(job -> job.spec.isDaemon()).isPresent()
                && task.info().hasExecutor() && isDaemon(task);
        if (!daemon) {
            world.progress(task, TaskState.TASK_FINISHED, "");
        }
    }

    private static boolean isDaemon(SimulatedTask task) {
        return TaskPayload.fromBytes(task.info().getData().toByteArray()).isDaemon();
    }

    private Optional<RuleBroken> missing() {
        try {
            demandConvergence();
            return Optional.empty();
        } catch (RuleBroken broken) {
            return Optional.of(broken);
        }
    }

    private void demandConvergence() {
        TreeState tree = world.tree();
        Set<TaskId> alive = world.mesos.alive().stream().map(SimulatedTask::id).collect(Collectors.toSet());
        for (String name : Names.JOBS) {
            demandConvergence(name, tree.job(name), alive);
        }
        demandNoUnrecorded(tree, alive);
        world.rules.wishes.forEach(wishes -> wishes.judgeEnds(tree));
        demandCrons();
        demandExecutors();
        world.rules.queues.judgeLedgers();
        demandNoTraces();
        List<String> problems = LegacyTreeRules.problems(StoredNode.of(world.registry.snapshot()));
        Rules.demand(problems.isEmpty(), "2.1.5 could not read the tree: %s", problems);
    }

    private void demandConvergence(String name, TreeState.Job job, Set<TaskId> alive) {
        boolean kept = world.rules.model.job(name).filter(world.rules.model::keepsBacklog).isPresent();
        Rules.demand(kept || job.ready() == 0, "%d runs of %s still wait: %s", job.ready(), name, waiting(name));
        Rules.demand(kept || job.runs().isEmpty(), "runs %s of %s still wait: %s", job.runs(), name, waiting(name));
        Rules.demand(kept || job.failover().isEmpty(), "%s still waits for failover: %s", name, waiting(name));
        Set<TaskId> recorded = new HashSet<>(job.tasks().values());
        Rules.demand(alive.containsAll(recorded), "of the recorded tasks %s only %s live", recorded, alive);
        Optional<JobModel> model = world.rules.model.job(name);
        boolean runs = model.filter(known -> known.spec.isDaemon() && world.rules.model.isWanted(known)).isPresent();
        Set<Integer> wanted = runs
                ? IntStream.range(0, model.get().spec.items()).boxed().collect(Collectors.toSet()) : Set.of();
        Rules.demand(job.tasks().keySet().equals(wanted), "%s runs items %s instead of %s", name, job.tasks().keySet(),
                wanted);
    }

    private String waiting(String job) {
        return world.registry.text("/jobdeck/waiting/" + job);
    }

    private static void demandNoUnrecorded(TreeState tree, Set<TaskId> alive) {
        alive.forEach(id -> Rules.demand(tree.records(id), "%s runs without a record", id));
    }

    private void demandCrons() {
        Set<String> wanted = world.rules.model.jobs().values().stream()
                .filter(job -> world.rules.model.isWanted(job) && !job.spec.isDaemon())
                .map(job -> job.spec.cronText()).collect(Collectors.toCollection(TreeSet::new));
        Set<String> scheduled = world.leader().orElseThrow().leader().crons();
        Rules.demand(scheduled.equals(wanted), "crons %s are scheduled instead of %s", scheduled, wanted);
    }

    private void demandExecutors() {
        for (SimulatedAgent agent : world.mesos.agents()) {
            agent.executors.forEach((id, executor) -> {
                String app = id.substring(0, id.indexOf("@-@"));
                if (agent.wasMissedFor(SimulatedLeader.UNREACHABLE_LIMIT)) {
                    // It was given up, and is met again with the next offer of its agent, for which nobody has to ask.
                    return;
                }
                Rules.demand(world.rules.model.apps().containsKey(app), "executor %s outlives its app", id);
                double cpus = executor.info().getResourcesList().stream()
                        .filter(resource -> resource.getName().equals("cpus"))
                        .mapToDouble(resource -> resource.getScalar().getValue()).sum();
                int size = world.rules.model.apps().get(app).size;
                Rules.demand(Math.round(cpus * 10) == size + 1, "executor %s has %s cpus, its app 0.%s", id, cpus, size + 1);
            });
        }
    }

    private void demandNoTraces() {
        for (String name : Names.JOBS) {
            if (world.rules.model.job(name).isEmpty()) {
                List<String> traces = traces(name);
                Rules.demand(traces.isEmpty(), "job %s is gone and has left %s", name, traces);
            }
        }
        for (String name : Names.APPS) {
            if (!world.rules.model.apps().containsKey(name)) {
                List<String> traces = traces(name);
                Rules.demand(traces.isEmpty(), "app %s is gone and has left %s", name, traces);
            }
        }
    }

    private List<String> traces(String name) {
        return world.registry.snapshot().keySet().stream()
                .filter(path -> path.endsWith("/" + name) || path.contains("/" + name + "/")
                        || path.contains("/" + name + "@-@"))
                .toList();
    }
}
