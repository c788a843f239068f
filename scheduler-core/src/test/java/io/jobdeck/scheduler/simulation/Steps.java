package io.jobdeck.scheduler.simulation;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.apache.mesos.v1.Protos.TaskState;

/** What may happen, and how often. */
final class Steps {

    /** Room for one item and an executor, in thousandths of a cpu. */
    private static final long LITTLE = 700;
    private static final long ALL = Long.MAX_VALUE;

    private Steps() {
    }

    static Arbitrary<JobSpec> specs() {
        Arbitrary<JobSpec> whole = Combinators.combine(Arbitraries.of(JobSpec.Kind.class), Arbitraries.integers().between(0, 1),
                Arbitraries.integers().between(1, 3), Arbitraries.of(false, true), Arbitraries.of(false, true),
                Arbitraries.integers().between(0, 1), Arbitraries.integers().between(0, 1),
                Arbitraries.integers().between(0, 1)).as(JobSpec::new);
        return Combinators.combine(whole, Arbitraries.of(false, true)).as(JobSpec::partial);
    }

    static Arbitrary<Step> any() {
        return Arbitraries.frequencyOf(
                Tuple.of(12, Combinators.combine(operations(), faults()).as(Step.Ask::new)),
                Tuple.of(2, disabling()),
                Tuple.of(1, Combinators.combine(Arbitraries.of(BulkRequest.class),
                        Arbitraries.of(Names.JOBS).list().ofMinSize(1).ofMaxSize(4)).as(Step.AsksOfMany::new)),
                Tuple.of(1, faults().map(Step.AsksToCompare::new)),
                Tuple.of(1, Combinators.combine(Arbitraries.integers().between(0, 5), Arbitraries.of(Fault.NONE,
                        Fault.NONE, Fault.ANSWER_LOST)).as(Step.AskForEnd::new)),
                Tuple.of(1, Combinators.combine(Arbitraries.of(Names.JOBS), Arbitraries.integers().between(0, 2), faults())
                        .as(Step.AskForRemoval::new)),
                Tuple.of(1, Combinators.combine(Arbitraries.integers().between(0, 2), faults()).as(Step.AsksToGiveUp::new)),
                Tuple.of(4, Arbitraries.of(JobSpec.CRONS).map(Step.Fire::new)),
                Tuple.of(16, byHand()),
                Tuple.of(10, Arbitraries.of(0L, 0L, LITTLE, 2 * LITTLE, ALL, ALL, ALL).map(Step.AllGoesWell::new)),
                Tuple.of(10, tasks()),
                Tuple.of(5, mesosFaults()),
                Tuple.of(4, schedulerFaults()),
                Tuple.of(4, times()));
    }

    private static Arbitrary<Fault> faults() {
        return Arbitraries.frequency(Tuple.of(6, Fault.NONE), Tuple.of(1, Fault.ANSWER_LOST),
                Tuple.of(2, Fault.LEADER_WRITES_MEANWHILE));
    }

    private static Arbitrary<Operation> operations() {
        Arbitrary<String> jobs = Arbitraries.of(Names.JOBS);
        Arbitrary<String> apps = Arbitraries.of(Names.APPS);
        Arbitrary<Integer> sizes = Arbitraries.integers().between(0, 1);
        return Arbitraries.frequencyOf(
                Tuple.of(8, jobs.map(JobRequests::trigger)),
                Tuple.of(5, Combinators.combine(jobs, specs()).as(JobRequests::register)),
                Tuple.of(5, Combinators.combine(jobs, specs()).as(JobRequests::update)),
                Tuple.of(3, jobs.map(JobRequests::enable)),
                Tuple.of(1, jobs.map(JobRequests::addRun)),
                Tuple.of(4, oneOffRuns(jobs)),
                Tuple.of(1, jobs.map(JobRequests::killTasks)),
                Tuple.of(2, queues(jobs)),
                Tuple.of(1, jobs.map(JobRequests::deregister)),
                Tuple.of(2, Combinators.combine(apps, sizes).as(AppRequests::register)),
                Tuple.of(1, Combinators.combine(apps, sizes).as(AppRequests::update)),
                Tuple.of(2, apps.map(AppRequests::enable)),
                Tuple.of(1, apps.map(AppRequests::deregister)));
    }

    private static Arbitrary<Operation> oneOffRuns(Arbitrary<String> jobs) {
        Arbitrary<Set<Integer>> some = Arbitraries.integers().between(0, 2).set().ofMinSize(1).ofMaxSize(3);
        Arbitrary<Optional<String>> parameters = Arbitraries.of("once", "twice").map(Optional::of);
        return Arbitraries.oneOf(
                Combinators.combine(jobs, parameters, Arbitraries.just(Set.<Integer>of())).as(JobRequests::triggerOneOff),
                Combinators.combine(jobs, Arbitraries.just(Optional.<String>empty()), some).as(JobRequests::triggerOneOff),
                Combinators.combine(jobs, parameters, some).as(JobRequests::triggerOneOff));
    }

    private static Arbitrary<Step> disabling() {
        Arbitrary<Optional<Duration>> times = Arbitraries.of(Optional.empty(), Optional.empty(),
                Optional.of(Duration.ofSeconds(4)), Optional.of(Duration.ofSeconds(30)), Optional.of(Duration.ofMinutes(10)));
        return Combinators.combine(Arbitraries.of(false, false, false, true), Arbitraries.integers().between(0, 2),
                Arbitraries.of(false, false, true), times, faults()).as(Step.Disables::new);
    }

    private static Arbitrary<Operation> queues(Arbitrary<String> jobs) {
        return Arbitraries.oneOf(jobs.map(QueueRequests::removeReady),
                Combinators.combine(jobs, Arbitraries.integers().between(1, 2)).as(QueueRequests::removeReady),
                jobs.map(QueueRequests::removeFailover),
                Combinators.combine(jobs, Arbitraries.integers().between(0, 2)).as(QueueRequests::removeFailover));
    }

    private static Arbitrary<Step> byHand() {
        Arbitrary<Integer> counts = Arbitraries.integers().between(1, 3);
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.of(new Step.LeaderRuns())),
                Tuple.of(4, counts.map(Step.RegistryWrites::new)),
                Tuple.of(4, counts.map(Step.CallsArrive::new)),
                Tuple.of(4, counts.map(Step.EventsArrive::new)),
                Tuple.of(3, Arbitraries.integers().between(0, 1).map(Step.AgentOffers::new)),
                Tuple.of(3, Combinators.combine(Arbitraries.integers().between(0, 1),
                        Arbitraries.of(LITTLE, 2 * LITTLE)).as(Step.AgentOffersLittle::new)),
                Tuple.of(1, Arbitraries.integers().between(0, 1).map(Step.OffersAreRescinded::new)),
                Tuple.of(1, Arbitraries.of(new Step.DriverConnects())));
    }

    private static Arbitrary<Step> tasks() {
        Arbitrary<Integer> index = Arbitraries.integers().between(0, 9);
        return Arbitraries.frequencyOf(
                Tuple.of(6, Combinators.combine(index, Arbitraries.of(TaskState.TASK_STARTING, TaskState.TASK_RUNNING,
                                TaskState.TASK_RUNNING, TaskState.TASK_FINISHED, TaskState.TASK_FINISHED,
                                TaskState.TASK_KILLING, TaskState.TASK_KILLED, TaskState.TASK_FAILED,
                                TaskState.TASK_ERROR, TaskState.TASK_LOST), Arbitraries.just(""))
                        .as(Step.TaskGoes::new)),
                Tuple.of(1, Combinators.combine(index, Arbitraries.just(TaskState.TASK_RUNNING),
                        Arbitraries.of("BEGIN", "COMPLETE")).as(Step.TaskGoes::new)),
                Tuple.of(1, index.map(Step.TaskFires::new)),
                Tuple.of(1, Arbitraries.of(new Step.AgentsRepeat())),
                Tuple.of(1, Combinators.combine(index, Arbitraries.of(TaskState.TASK_STAGING, TaskState.TASK_STARTING,
                        TaskState.TASK_RUNNING, TaskState.TASK_KILLING)).as(Step.MasterRepeats::new)));
    }

    private static Arbitrary<Step> mesosFaults() {
        Arbitrary<Integer> agents = Arbitraries.integers().between(0, 1);
        return Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.of(true, false).map(Step.CallGetsLost::new)),
                Tuple.of(3, Arbitraries.of(new Step.AgentsAreDeaf())),
                Tuple.of(1, Arbitraries.of(new Step.NextLaunchGetsLost(), new Step.LostLaunchesAreFound())),
                Tuple.of(1, Arbitraries.integers().between(0, 9).map(Step.ExecutorDies::new)),
                Tuple.of(1, agents.map(Step.AgentIsPartitioned::new)),
                Tuple.of(2, agents.map(Step.AgentReturns::new)),
                Tuple.of(1, agents.map(Step.AgentIsDestroyed::new)),
                Tuple.of(1, Arbitraries.of(new Step.MasterFailsOver())),
                Tuple.of(1, Arbitraries.of(new Step.ConnectionBreaks())));
    }

    private static Arbitrary<Step> schedulerFaults() {
        Arbitrary<Integer> few = Arbitraries.integers().between(0, 3);
        return Arbitraries.frequencyOf(
                Tuple.of(3, Combinators.combine(few, few).as(Step.LeaderCrashes::new)),
                Tuple.of(2, few.map(Step.AnswersGetLost::new)),
                Tuple.of(2, Arbitraries.of(new Step.AnotherTakesTheLead())),
                Tuple.of(2, Arbitraries.of(new Step.DeposedGoOn())),
                Tuple.of(1, Arbitraries.of(new Step.ZooKeeperGoes())),
                Tuple.of(3, Arbitraries.of(new Step.ZooKeeperReturns())));
    }

    private static Arbitrary<Step> times() {
        return Arbitraries.frequency(Tuple.of(3, Duration.ofMillis(200)), Tuple.of(4, Duration.ofSeconds(1)),
                Tuple.of(4, Duration.ofSeconds(5)), Tuple.of(2, Duration.ofSeconds(31)),
                Tuple.of(1, Duration.ofMinutes(2)), Tuple.of(1, Duration.ofMinutes(11))).map(Step.TimePasses::new);
    }
}
