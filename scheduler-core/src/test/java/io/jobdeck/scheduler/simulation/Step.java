package io.jobdeck.scheduler.simulation;

import io.jobdeck.scheduler.model.ReconcileRequest;
import io.jobdeck.scheduler.model.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.scheduler.Protos.Call;

/** One thing that happens in the world. */
sealed interface Step {

    /** Lets it happen. */
    void take(World world);

    /** Somebody asks for an operation. */
    record Ask(Operation operation, Fault fault) implements Step {
        @Override
        public void take(World world) {
            world.operate(operation, fault);
        }
    }

    /** Somebody disables a job or an app, for good or for a time. */
    record Disables(boolean app, int index, boolean keepBacklog, Optional<Duration> time, Fault fault) implements Step {
        @Override
        public void take(World world) {
            Optional<Instant> until = time.map(world.time.instant()::plus);
            world.operate(app ? AppRequests.disable(Names.app(index), keepBacklog, until)
                    : JobRequests.disable(Names.job(index), keepBacklog, until), fault);
        }
    }

    /** Somebody asks for the same of several jobs at once. */
    record AsksOfMany(BulkRequest what, List<String> jobs) implements Step {
        @Override
        public void take(World world) {
            what.ask(world, jobs);
        }
    }

    /** Somebody wants all tasks compared with what Mesos knows: a leader that is connected does so at once. */
    record AsksToCompare(Fault fault) implements Step {
        @Override
        public void take(World world) {
            world.flow();
            Instant now = world.time.instant();
            boolean allowed = world.rules.operations.mayReconcile(now);
            world.operate(JobRequests.reconcile(ReconcileRequest.Kind.IMPLICIT, now), fault);
            if (allowed && world.leader().filter(leader -> world.mesos.isSubscribed(leader.connection())).isPresent()) {
                world.run();
                Rules.demand(world.isOnItsWay(Call.Type.RECONCILE), "nobody compares tasks, though that was asked for");
            }
        }
    }

    /** Somebody wants a task of Mesos' to end, be it in flight or not. */
    record AskForEnd(int task, Fault fault) implements Step {
        @Override
        public void take(World world) {
            List<SimulatedTask> tasks = List.copyOf(world.mesos.tasks());
            if (!tasks.isEmpty()) {
                TaskId id = tasks.get(tasks.size() - 1 - task % tasks.size()).id();
                world.operate(QueueRequests.kill(id, world.tree().records(id)), fault);
            }
        }
    }

    /** Somebody wants a run taken out of the queue in which it waits by itself, if there is one. */
    record AskForRemoval(String job, int run, Fault fault) implements Step {
        @Override
        public void take(World world) {
            List<String> runs = List.copyOf(world.tree().job(job).runs().keySet());
            if (!runs.isEmpty()) {
                world.operate(QueueRequests.removeRun(job, runs.get(run % runs.size())), fault);
            }
        }
    }

    /** Somebody wants an item taken out of the failover queue, of the job with the most there. */
    record AsksToGiveUp(int item, Fault fault) implements Step {
        @Override
        public void take(World world) {
            TreeState tree = world.tree();
            tree.jobs().stream().max(Comparator.comparing(job -> tree.job(job).failover().size()))
                    .filter(job -> !tree.job(job).failover().isEmpty())
                    .ifPresent(job -> {
                        List<Integer> items = List.copyOf(tree.job(job).failover().keySet());
                        world.operate(QueueRequests.removeFailover(job, items.get(item % items.size())), fault);
                    });
        }
    }

    /** A cron fires. */
    record Fire(String cron) implements Step {
        @Override
        public void take(World world) {
            world.fire(cron);
        }
    }

    /** The leader deals with all that it has heard. */
    record LeaderRuns() implements Step {
        @Override
        public void take(World world) {
            world.run();
        }
    }

    /** The registry applies some of the leader's writes. */
    record RegistryWrites(int count) implements Step {
        @Override
        public void take(World world) {
            world.write(count);
        }
    }

    /** The registry applies some of the leader's writes, and the leader never hears. */
    record AnswersGetLost(int applied) implements Step {
        @Override
        public void take(World world) {
            world.loseAnswers(applied);
        }
    }

    /** Some calls reach the master. */
    record CallsArrive(int count) implements Step {
        @Override
        public void take(World world) {
            world.deliverCalls(count);
        }
    }

    /** The next call gets lost, and the driver tells of it or not. */
    record CallGetsLost(boolean told) implements Step {
        @Override
        public void take(World world) {
            world.dropCall(told);
        }
    }

    /** What the leader tells agents at this moment gets lost. */
    record AgentsAreDeaf() implements Step {
        @Override
        public void take(World world) {
            world.loseCalls();
        }
    }

    /** Some events reach the leader. */
    record EventsArrive(int count) implements Step {
        @Override
        public void take(World world) {
            world.deliverEvents(count);
        }
    }

    /** An agent's resources are offered. */
    record AgentOffers(int agent) implements Step {
        @Override
        public void take(World world) {
            world.mesos.offer(world.agent(agent));
        }
    }

    /** Some of an agent's cpus are offered, so that not every run fits. */
    record AgentOffersLittle(int agent, long milliCpus) implements Step {
        @Override
        public void take(World world) {
            world.mesos.offer(world.agent(agent), milliCpus);
        }
    }

    /** An agent's offers are withdrawn. */
    record OffersAreRescinded(int agent) implements Step {
        @Override
        public void take(World world) {
            world.mesos.rescind(world.agent(agent));
        }
    }

    /** A living task goes on, if it can go that way. */
    record TaskGoes(int task, TaskState state, String message) implements Step {
        @Override
        public void take(World world) {
            world.alive(task).ifPresent(alive -> world.progress(alive, state, message));
        }
    }

    /** A task of a daemon fires, if it was told to. */
    record TaskFires(int task) implements Step {
        @Override
        public void take(World world) {
            world.alive(task).ifPresent(world.mesos::fire);
        }
    }

    /** Agents report again what nobody has acknowledged. */
    record AgentsRepeat() implements Step {
        @Override
        public void take(World world) {
            world.mesos.resend();
        }
    }

    /** The master tells something of a living task that is true or was. */
    record MasterRepeats(int task, TaskState state) implements Step {
        @Override
        public void take(World world) {
            world.alive(task).filter(world.mesos::isInSight)
                    .ifPresent(alive -> world.mesos.answer(alive.status(state)));
        }
    }

    /** The next launch never gets to its agent. */
    record NextLaunchGetsLost() implements Step {
        @Override
        public void take(World world) {
            world.mesos.loseNextLaunch = true;
        }
    }

    /** Agents find out what they never got. */
    record LostLaunchesAreFound() implements Step {
        @Override
        public void take(World world) {
            world.mesos.dropLostLaunches();
        }
    }

    /** The executor of a living task dies. */
    record ExecutorDies(int task) implements Step {
        @Override
        public void take(World world) {
            world.alive(task).filter(alive -> !alive.executor().isEmpty())
                    .ifPresent(alive -> world.mesos.executorEnds(alive.id().agentId(), alive.executor()));
        }
    }

    /** The master loses sight of an agent. */
    record AgentIsPartitioned(int agent) implements Step {
        @Override
        public void take(World world) {
            world.mesos.partition(world.agent(agent));
        }
    }

    /** An agent registers again. */
    record AgentReturns(int agent) implements Step {
        @Override
        public void take(World world) {
            world.mesos.heal(world.agent(agent));
        }
    }

    /** An agent is gone for good. */
    record AgentIsDestroyed(int agent) implements Step {
        @Override
        public void take(World world) {
            world.mesos.destroy(world.agent(agent));
        }
    }

    /** Another master takes over. */
    record MasterFailsOver() implements Step {
        @Override
        public void take(World world) {
            world.failOverMaster();
        }
    }

    /** The connection to the master breaks, and with it all that is on its way. */
    record ConnectionBreaks() implements Step {
        @Override
        public void take(World world) {
            world.breakConnection();
        }
    }

    /** The driver connects, if it is not connected. */
    record DriverConnects() implements Step {
        @Override
        public void take(World world) {
            world.connect();
        }
    }

    /** The leader is killed after some of its writes were applied and some of its calls got through. */
    record LeaderCrashes(int writes, int calls) implements Step {
        @Override
        public void take(World world) {
            world.crash(writes, calls);
        }
    }

    /** Another scheduler takes the lead, and the old one does not know yet. */
    record AnotherTakesTheLead() implements Step {
        @Override
        public void take(World world) {
            world.depose();
        }
    }

    /** Those that led before go on, and find out. */
    record DeposedGoOn() implements Step {
        @Override
        public void take(World world) {
            world.runDeposed();
        }
    }

    /** ZooKeeper is out of reach. */
    record ZooKeeperGoes() implements Step {
        @Override
        public void take(World world) {
            world.zooKeeperGoes();
        }
    }

    /** ZooKeeper is back. */
    record ZooKeeperReturns() implements Step {
        @Override
        public void take(World world) {
            world.zooKeeperReturns();
        }
    }

    /** Time passes. */
    record TimePasses(Duration time) implements Step {
        @Override
        public void take(World world) {
            world.pass(time);
        }
    }

    /** Everything works for a moment, in which so many cpus of each agent are offered. */
    record AllGoesWell(long milliCpus) implements Step {
        @Override
        public void take(World world) {
            world.flow();
            if (milliCpus > 0) {
                world.mesos.agents().forEach(agent -> world.mesos.offer(agent, milliCpus));
                world.flow();
            }
        }
    }
}
