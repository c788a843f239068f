package io.jobdeck.scheduler.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobdeck.scheduler.registry.TransactionResult.Committed;
import io.jobdeck.scheduler.registry.TransactionResult.Deposed;
import io.jobdeck.scheduler.registry.TransactionResult.Reason;
import io.jobdeck.scheduler.registry.TransactionResult.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.curator.framework.recipes.leader.LeaderSelector;
import org.apache.curator.framework.recipes.leader.LeaderSelectorListenerAdapter;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.test.TestingServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who leads, and that nobody else acts. */
@Timeout(180)
class ElectionIT {

    private static final String JOB = RegistryPaths.configJob("t1");

    private final AtomicInteger leaders = new AtomicInteger();
    private final AtomicInteger mostLeaders = new AtomicInteger();
    private final List<AutoCloseable> open = new ArrayList<>();
    private TestingServer server;

    @BeforeEach
    void start() throws Exception {
        server = new TestingServer(true);
    }

    @AfterEach
    void stop() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
        server.close();
    }

    /** A scheduler that only counts its leads. */
    private final class Scheduler implements Candidate {
        private final String address;
        private final CuratorRegistry registry;
        private final Election election;
        private final List<Epoch> epochs = new CopyOnWriteArrayList<>();
        private final List<String> calls = new CopyOnWriteArrayList<>();

        Scheduler(String address) {
            this.address = address;
            registry = connect();
            election = new Election(registry, address, () -> "{\"address\":\"" + address + "\"}", this);
            open.add(election);
        }

        Scheduler join() {
            election.start();
            return this;
        }

        Epoch epoch() {
            return epochs.get(epochs.size() - 1);
        }

        boolean leads() {
            return calls.size() % 2 == 1;
        }

        @Override
        public void onElected(Epoch epoch) {
            mostLeaders.accumulateAndGet(leaders.incrementAndGet(), Math::max);
            epochs.add(epoch);
            calls.add("elected");
        }

        @Override
        public void onDeposed() {
            leaders.decrementAndGet();
            calls.add("deposed");
        }
    }

    private CuratorRegistry connect() {
        CuratorRegistry registry = CuratorRegistry.connect(
                RegistryOptions.of(server.getConnectString(), "elastic-job-cloud").withSessionTimeout(Duration.ofSeconds(6)));
        open.add(registry);
        return registry;
    }

    private static void awaitLead(Scheduler scheduler) {
        await().atMost(Duration.ofSeconds(40)).until(scheduler::leads);
    }

    @Test
    void theFirstLeadsUnderARisingEpochAndItsAddressIsInTheTree() throws Exception {
        Scheduler first = new Scheduler("host-a:8899").join();
        awaitLead(first);
        Scheduler second = new Scheduler("host-b:8899").join();
        LiveTree tree = second.registry.liveTree();
        LeaderAddress leader = new LeaderAddress(tree);
        await().until(() -> second.registry.children(RegistryPaths.ELECTION).size() == 2);

        assertThat(first.election.leads()).isTrue();
        assertThat(second.election.leads()).isFalse();
        await().until(() -> leader.current().isPresent());
        assertThat(leader.current()).contains("host-a:8899");
        assertThat(second.registry.children(RegistryPaths.ELECTION))
                .allMatch(name -> name.matches("_c_[0-9a-f-]{36}-lock-\\d{10}"));
        assertThat(second.registry.read(RegistryPaths.EPOCH)).hasValueSatisfying(node -> {
            assertThat(node.text()).isEqualTo("{\"address\":\"host-a:8899\"}");
            assertThat(node.version()).isEqualTo(first.epoch().number());
        });

        // when the leader stops in good order
        long stopped = System.nanoTime();
        first.election.close();

        // then it has been deposed, and the standby leads at once, in a later epoch
        assertThat(first.calls).containsExactly("elected", "deposed");
        awaitLead(second);
        assertThat(Duration.ofNanos(System.nanoTime() - stopped)).isLessThan(Duration.ofSeconds(3));
        assertThat(second.epoch().number()).isGreaterThan(first.epoch().number());
        await().until(() -> leader.current().equals(Optional.of("host-b:8899")));
        assertThat(mostLeaders).hasValue(1);
    }

    @Test
    void aDeposedLeaderCannotWrite() {
        // given a leader whose place was taken without its knowing: the epoch was raised by somebody else
        Scheduler first = new Scheduler("host-a:8899").join();
        awaitLead(first);
        Epoch old = first.epoch();
        assertThat(old.submit(Transaction.of(new Change.Create(JOB, "a"))).join()).isEqualTo(new Committed(List.of(0)));
        connect().commit(Transaction.of(new Change.Set(RegistryPaths.EPOCH, "other")));

        // when it writes
        TransactionResult result = old.submit(Transaction.of(new Change.Set(JOB, "b"))).join();

        // then nothing happens, and it is deposed and stands again
        assertThat(result).isEqualTo(new Deposed());
        assertThat(first.registry.read(JOB)).contains(new TreeNode(JOB, "a", 0));
        await().atMost(Duration.ofSeconds(20)).until(() -> first.calls.size() == 3);
        assertThat(first.calls).containsExactly("elected", "deposed", "elected");
        assertThat(first.epoch().number()).isGreaterThan(old.number());
        assertThat(old.submit(Transaction.of(new Change.Set(JOB, "c"))).join()).isEqualTo(new Deposed());
        assertThat(first.epoch().submit(Transaction.of(new Change.Set(JOB, "d"))).join())
                .isEqualTo(new Committed(List.of(1)));
    }

    @Test
    void aRefusalThroughAnEpochCountsTheCallersChangesOnly() {
        Scheduler first = new Scheduler("host-a:8899").join();
        awaitLead(first);

        TransactionResult result = first.epoch().submit(Transaction.of(
                new Change.Create(JOB, "a"), new Change.Create(JOB, "b"))).join();

        assertThat(result).isEqualTo(new Refused(1, new Change.Create(JOB, "b"), Reason.NODE_EXISTS));
    }

    @Test
    void anExpiredSessionDeposesOnceAndTheNextElectionComesAfterIt() throws Exception {
        Scheduler first = new Scheduler("host-a:8899").join();
        awaitLead(first);
        Scheduler second = new Scheduler("host-b:8899").join();
        await().until(() -> second.registry.children(RegistryPaths.ELECTION).size() == 2);

        // when the leader's session expires
        Sessions.expire(first.registry, server.getConnectString());

        // then it stops, the standby leads, and the first waits again
        awaitLead(second);
        await().atMost(Duration.ofSeconds(40)).until(() -> first.calls.size() == 2);
        await().atMost(Duration.ofSeconds(40))
                .until(() -> second.registry.children(RegistryPaths.ELECTION).size() == 2);
        assertThat(first.calls).containsExactly("elected", "deposed");

        // and is elected again when its turn comes
        second.election.close();
        awaitLead(first);
        assertThat(first.calls).containsExactly("elected", "deposed", "elected");
        assertThat(first.epoch().number()).isGreaterThan(second.epoch().number());
    }

    @Test
    void throughRestartsOfTheServerEveryLeadIsEndedOnceAndWritesOfTwoNeverMix() throws Exception {
        Scheduler first = new Scheduler("host-a:8899").join();
        Scheduler second = new Scheduler("host-b:8899").join();
        for (int round = 0; round < 3; round++) {
            await().atMost(Duration.ofSeconds(40)).until(() -> first.leads() ^ second.leads());
            int callsBefore = first.calls.size() + second.calls.size();
            server.restart();
            await().atMost(Duration.ofSeconds(40)).until(() -> first.calls.size() + second.calls.size() >= callsBefore + 2);
        }
        await().atMost(Duration.ofSeconds(40)).until(() -> first.leads() ^ second.leads());

        assertAlternating(first.calls);
        assertAlternating(second.calls);
        assertThat(mostLeaders).hasValue(1);
        List<Integer> numbers = new ArrayList<>();
        first.epochs.forEach(epoch -> numbers.add(epoch.number()));
        second.epochs.forEach(epoch -> numbers.add(epoch.number()));
        assertThat(numbers).doesNotHaveDuplicates();
    }

    private static void assertAlternating(List<String> calls) {
        for (int i = 0; i < calls.size(); i++) {
            assertThat(calls.get(i)).isEqualTo(i % 2 == 0 ? "elected" : "deposed");
        }
    }

    @Test
    void aCandidateThatCannotStartIsStoppedAndStandsAgain() {
        // given a candidate that fails twice to start
        CuratorRegistry registry = connect();
        List<String> calls = new CopyOnWriteArrayList<>();
        Election election = new Election(registry, "host-a:8899", () -> "{}", new Candidate() {
            @Override
            public void onElected(Epoch epoch) {
                calls.add("elected");
                Thread.currentThread().interrupt();
                if (calls.size() < 4) {
                    throw new IllegalStateException("port in use (said on purpose by a test)");
                }
            }

            @Override
            public void onDeposed() {
                calls.add(Thread.currentThread().isInterrupted() ? "interrupted" : "deposed");
            }
        });
        open.add(election);

        // when it stands for election
        election.start();

        // then each failure is followed by an undisturbed stop, and there is a next try
        await().atMost(Duration.ofSeconds(30)).until(() -> calls.size() >= 5);
        assertThat(calls.subList(0, 5)).containsExactly("elected", "deposed", "elected", "deposed", "elected");
    }

    @Test
    void closingAStandbyLeavesTheQueueWithoutHavingLed() {
        Scheduler first = new Scheduler("host-a:8899").join();
        awaitLead(first);
        Scheduler second = new Scheduler("host-b:8899").join();
        await().until(() -> first.registry.children(RegistryPaths.ELECTION).size() == 2);

        second.election.close();

        await().until(() -> first.registry.children(RegistryPaths.ELECTION).size() == 1);
        assertThat(second.calls).isEmpty();
        assertThat(first.leads()).isTrue();
    }

    @Test
    void aStandbyOf215TakesItsTurnInTheSameQueue() {
        // given a leader of ours and a standby that uses Curator's LeaderSelector as 2.1.5 does
        Scheduler first = new Scheduler("host-a:8899").join();
        awaitLead(first);
        CuratorRegistry registry = connect();
        List<String> led = new CopyOnWriteArrayList<>();
        LeaderSelector old = new LeaderSelector(registry.curator(), RegistryPaths.ELECTION,
                new LeaderSelectorListenerAdapter() {
                    @Override
                    public void takeLeadership(CuratorFramework client) {
                        led.add("2.1.5");
                    }
                });
        old.setId("host-old:8899");
        open.add(old);
        old.start();
        await().until(() -> first.registry.children(RegistryPaths.ELECTION).size() == 2);
        assertThat(led).isEmpty();

        // when ours stops
        first.election.close();

        // then the other leads
        await().until(() -> !led.isEmpty());
    }
}
