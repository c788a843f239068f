package io.jobdeck.scheduler.simulation;

import io.jobdeck.scheduler.operations.Caller;
import io.jobdeck.scheduler.operations.OperationException;
import io.jobdeck.scheduler.operations.RegistryOperations;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import io.jobdeck.scheduler.registry.InMemoryRegistry;
import io.jobdeck.scheduler.registry.TreeNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.scheduler.Protos.Call;

/** Registry, schedulers, Mesos and time, all of which stand still until they are told to go on. */
final class World {

    static final Caller CALLER = new Caller("operator", "console");
    private static final int AGENTS = 2;
    /** Mesos misses five heartbeats of 15 s. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(75);
    private static final Set<Call.Type> MAY_GET_LOST = EnumSet.of(Call.Type.KILL, Call.Type.ACKNOWLEDGE,
            Call.Type.RECONCILE, Call.Type.MESSAGE, Call.Type.SHUTDOWN);

    final SimulatedTime time = new SimulatedTime();
    final InMemoryRegistry registry = new InMemoryRegistry();
    final Rules rules = new Rules(time, new ObservedWorld(this));
    final SimulatedMesos mesos = new SimulatedMesos(time, AGENTS, rules.runs);
    final SchedulerOperations operations = new RegistryOperations(registry, time);
    private final Consumer<Supplier<String>> story;
    private final Deque<Sent> calls = new ArrayDeque<>();
    private final List<Term> deposed = new ArrayList<>();
    private Map<String, TreeNode> lastNodes = Map.of();
    private TreeState lastTree = new TreeState(lastNodes);
    private Term term;
    private boolean zooKeeperAway;
    private Optional<Instant> eventsStuckSince = Optional.empty();

    /** @param story is told what happens, for people */
    World(Consumer<Supplier<String>> story) {
        this.story = story;
    }

    private record Sent(Object connection, Call call, Instant at) { }

    TreeState tree() {
        Map<String, TreeNode> nodes = registry.snapshot();
        if (!nodes.equals(lastNodes)) {
            lastNodes = nodes;
            lastTree = new TreeState(nodes);
        }
        return lastTree;
    }

    Optional<Term> leader() {
        return Optional.ofNullable(term);
    }

    // Operations

    /** Somebody asks for something; the tree is then as the rules say, or nothing has changed. */
    void operate(Operation operation, Fault fault) {
        prepare(fault);
        Optional<OperationException> refusal = Optional.empty();
        try {
            operation.request().accept(operations, CALLER);
        } catch (OperationException refused) {
            refusal = Optional.of(refused);
        } finally {
            registry.forgetInjections();
        }
        judgeOutcome(operation, fault, refusal);
        if (fault == Fault.LEADER_WRITES_MEANWHILE) {
            rules.queues.followWhatTheLeaderQueued(tree());
            rules.kills.forgetWhatWasLaunchedMeanwhile();
        }
        judge();
    }

    private void prepare(Fault fault) {
        if (fault == Fault.ANSWER_LOST && !zooKeeperAway) {
            registry.loseAnswerOfNext();
        } else if (fault == Fault.LEADER_WRITES_MEANWHILE && term != null) {
            Term writer = term;
            registry.beforeNext(() -> write(writer, 1));
        }
    }

    /** What came of an operation is what the rules say, and so is what it has changed. */
    void judgeOutcome(Operation operation, Fault fault, Optional<OperationException> refusal) {
        if (!operation.certain().test(rules.operations)) {
            return;
        }
        boolean allowed = operation.allowed().test(rules.operations);
        Rules.demand(allowed || refusal.isPresent(), "%s was accepted", operation);
        Rules.demand(!zooKeeperAway || refusal.isPresent(), "%s was accepted without ZooKeeper", operation);
        boolean unavailable = refusal.filter(no -> no.kind() == OperationException.Kind.UNAVAILABLE).isPresent();
        Rules.demand(!allowed || refusal.isEmpty() || unavailable && (zooKeeperAway || fault == Fault.ANSWER_LOST),
                "%s was refused: %s", operation, refusal.map(Throwable::getMessage));
        if (allowed && !zooKeeperAway) {
            // Even if nobody knows whether it happened: here the tree does, as the answer alone was lost.
            operation.effect().accept(rules.operations);
        }
    }

    // The leader

    /** A new scheduler takes the lead; the one that led before goes on until it finds out. */
    void depose() {
        if (!zooKeeperAway) {
            leader().ifPresent(deposed::add);
            rules.queues.leaderGone();
            term = new Term(time, registry.lead("{}"), registry.liveTree(), rules.model::now,
                    (connection, call) -> calls.add(new Sent(connection, call, time.instant())));
        }
    }

    /** The leader's process is killed once so many of its writes have been applied and so many of its calls sent. */
    void crash(int writes, int sent) {
        leader().ifPresent(leading -> {
            write(leading, writes);
            deliverCalls(sent);
            endTerm(leading);
        });
    }

    private void endTerm(Term ended) {
        calls.removeIf(call -> call.connection() == ended.connection());
        if (mesos.isSubscribed(ended.connection())) {
            mesos.disconnect();
        }
        ended.end();
        rules.queues.leaderGone();
        term = null;
    }

    void run() {
        leader().ifPresent(leading -> {
            leading.run();
            if (leading.isHalted()) {
                endTerm(leading);
            } else if (leading.takeReconnecting()) {
                breakConnection();
            }
        });
    }

    /** The registry applies writes of the leader. */
    void write(int count) {
        leader().ifPresent(leading -> write(leading, count));
        judge();
    }

    private void write(Term writer, int count) {
        for (int index = 0; index < count && writer.hasWrites() && !zooKeeperAway; index++) {
            applyNext(writer, false);
        }
    }

    private void applyNext(Term writer, boolean answerLost) {
        int decided = writer.decidedNext();
        TreeState before = tree();
        tell("writes %s", writer.nextWrite());
        writer.apply(answerLost);
        rules.writes.judge(before, tree(), decided);
    }

    /** The registry applies so many writes of the leader, and then no answer comes back. */
    void loseAnswers(int applied) {
        leader().ifPresent(leading -> {
            for (int index = 0; index < applied && leading.hasWrites() && !zooKeeperAway; index++) {
                applyNext(leading, true);
            }
            leading.loseWrites();
        });
        judge();
    }

    /** Leaders of the past find out. */
    void runDeposed() {
        for (Term old : List.copyOf(deposed)) {
            old.run();
            write(old, Integer.MAX_VALUE);
            old.run();
            if (old.isHalted()) {
                old.end();
                deposed.remove(old);
            }
        }
        judge();
    }

    void fire(String cron) {
        leader().filter(leading -> leading.leader().crons().contains(cron)).ifPresent(leading -> {
            rules.queues.fired(cron, leading.looked());
            leading.leader().fire(cron);
        });
    }

    void zooKeeperGoes() {
        if (!zooKeeperAway) {
            zooKeeperAway = true;
            registry.disconnect("no route to host");
            leader().ifPresent(this::endTerm);
        }
    }

    void zooKeeperReturns() {
        if (zooKeeperAway) {
            zooKeeperAway = false;
            registry.reconnect();
        }
    }

    // Mesos

    void connect() {
        leader().filter(leading -> leading.connection() == null).ifPresent(Term::connect);
    }

    void breakConnection() {
        leader().filter(leading -> leading.connection() != null).ifPresent(leading -> {
            calls.removeIf(call -> call.connection() == leading.connection());
            if (mesos.isSubscribed(leading.connection())) {
                mesos.disconnect();
            }
            leading.disconnect();
        });
    }

    void failOverMaster() {
        breakConnection();
        mesos.failOver();
    }

    /** Returns whether a call of that type is on its way to the master. */
    boolean isOnItsWay(Call.Type type) {
        return calls.stream().anyMatch(sent -> sent.call().getType() == type);
    }

    boolean deliverCalls(int count) {
        int delivered = 0;
        for (; delivered < count && !calls.isEmpty(); delivered++) {
            Sent sent = calls.remove();
            tell("calls %s", sent.call());
            if (sent.connection() != null) {
                call(sent);
            }
            judge();
        }
        return delivered > 0;
    }

    /** A master has one subscriber: it breaks the connection of the one before. */
    private void call(Sent sent) {
        boolean subscribed = term != null && mesos.isSubscribed(term.connection());
        mesos.call(sent.connection(), sent.call());
        if (subscribed && !mesos.isSubscribed(term.connection())) {
            breakConnection();
        }
    }

    /**
     * The next call gets lost: silently between master and agent, or, with the connection, between scheduler and master.
     */
    void dropCall(boolean told) {
        Sent lost = calls.poll();
        boolean current = lost != null && term != null && lost.connection() == term.connection();
        if (current && !MAY_GET_LOST.contains(lost.call().getType())) {
            if (told) {
                term.leader().rejected(lost.call());
            }
            breakConnection();
        }
    }

    /** The leader goes on for a moment in which nothing that may get lost arrives. */
    void loseCalls() {
        run();
        write(Integer.MAX_VALUE);
        run();
        calls.removeIf(sent -> MAY_GET_LOST.contains(sent.call().getType()));
    }

    boolean deliverEvents(int count) {
        int delivered = 0;
        for (; delivered < count && !mesos.events().isEmpty(); delivered++) {
            if (term != null && mesos.isSubscribed(term.connection())) {
                tell("hears %s", mesos.events().peek());
                term.leader().hear(mesos.events().remove());
            } else {
                mesos.events().clear();
            }
        }
        eventsStuckSince = delivered > 0 ? Optional.empty() : eventsStuckSince;
        return delivered > 0;
    }

    /** Returns the living task of that index, if any lives. */
    Optional<SimulatedTask> alive(int index) {
        List<SimulatedTask> alive = mesos.alive();
        return alive.isEmpty() ? Optional.empty() : Optional.of(alive.get(index % alive.size()));
    }

    SimulatedAgent agent(int index) {
        return mesos.agents().get(index % AGENTS);
    }

    /** A task goes on as it may: an end only if it has begun, a kill only if it was asked for. */
    void progress(SimulatedTask task, TaskState next, String message) {
        boolean begun = task.state() != TaskState.TASK_STAGING && task.state() != TaskState.TASK_STARTING;
        boolean back = begun && next == TaskState.TASK_STARTING || task.state() == next && message.isEmpty();
        boolean possible = switch (next) {
            case TASK_KILLED, TASK_KILLING -> task.killRequested;
            case TASK_FINISHED -> begun;
            case TASK_STARTING, TASK_RUNNING -> !back && task.state() != TaskState.TASK_KILLING;
            default -> true;
        };
        if (possible) {
            mesos.advance(task, next, message);
            judge();
        }
    }

    // Time

    /** Time passes, timer by timer. */
    void pass(Duration duration) {
        Instant until = time.instant().plus(duration);
        for (Optional<Instant> next = nextTimer(until); next.isPresent(); next = nextTimer(until)) {
            if (next.get().isAfter(time.instant())) {
                time.moveTo(next.get());
            }
            Stream.concat(leader().stream(), List.copyOf(deposed).stream()).forEach(any -> any.leader().runTimers());
            run();
            breakConnectionIfStuck();
        }
        time.moveTo(until);
        breakConnectionIfStuck();
    }

    /** A connection on which calls or events get stuck for so long does not survive it. */
    private void breakConnectionIfStuck() {
        eventsStuckSince = mesos.events().isEmpty()
                ? Optional.empty()
                : eventsStuckSince.or(() -> Optional.of(time.instant()));
        Optional<Instant> callsStuckSince = calls.stream()
                .filter(call -> term != null && call.connection() == term.connection()).map(Sent::at).findFirst();
        Instant longAgo = time.instant().minus(LONGEST_SILENCE);
        if (Stream.concat(eventsStuckSince.stream(), callsStuckSince.stream()).anyMatch(longAgo::isAfter)) {
            breakConnection();
        }
    }

    private Optional<Instant> nextTimer(Instant until) {
        return Stream.concat(leader().stream(), deposed.stream())
                .flatMap(any -> any.leader().nextTimer().stream())
                .filter(due -> !due.isAfter(until))
                .min(Instant::compareTo);
    }

    /** Everything works for a moment: what waits anywhere gets where it is to go. */
    void flow() {
        if (term == null) {
            depose();
        }
        connect();
        boolean anything = true;
        for (int round = 0; anything && round < 200; round++) {
            run();
            boolean writes = term != null && term.hasWrites();
            write(Integer.MAX_VALUE);
            run();
            boolean called = deliverCalls(Integer.MAX_VALUE);
            anything = deliverEvents(Integer.MAX_VALUE) | called | writes;
        }
        Rules.demand(!anything, "the scheduler never comes to rest");
    }

    private void tell(String what, Object value) {
        story.accept(() -> "    " + what.formatted(value.toString().replaceAll("\\s+", " ")));
    }

    void judge() {
        TreeState tree = tree();
        rules.queues.judgeQueues(tree);
        rules.wishes.forEach(wishes -> wishes.judge(tree));
        rules.runs.judgeRunning(mesos.alive());
    }
}
