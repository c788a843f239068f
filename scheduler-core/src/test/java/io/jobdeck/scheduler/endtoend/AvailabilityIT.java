package io.jobdeck.scheduler.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.registry.CuratorRegistry;
import io.jobdeck.scheduler.registry.LiveTree;
import io.jobdeck.scheduler.registry.NodeAddress;
import io.jobdeck.scheduler.registry.RegistryOptions;
import io.jobdeck.scheduler.registry.RegistryPaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three ZooKeeper servers, three schedulers and Mesos, each in a process of its own, under a steady load of triggers, while
 * whoever leads is killed, held still, cut off or told to end. How long each round left the jobs without a leader is
 * written to {@code target/availability.txt}.
 */
@Timeout(600)
class AvailabilityIT {

    private static final int SESSION_MILLIS = 4000;
    private static final int ITEMS = 3;
    private static final String NEVER = "0 0 0 1 1 ? 2099";
    private static final List<String> TRIGGERED = List.of("orders", "bills", "mails", "stock", "prices");
    private static final String TICKING = "ticking";
    private static final String DAEMON = "watching";

    /** What the processes logged is left behind for whoever looks into a failure. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path directory;
    private final List<SchedulerHost> schedulers = new ArrayList<>();
    private final List<String> report = new ArrayList<>();
    private ZooKeeperServers zooKeeper;
    private MesosProcess mesos;
    private CuratorRegistry registry;
    private LiveTree tree;
    private Estate estate;

    /** Something that befalls the leader or the servers, and how it is made good. */
    private interface Fault {

        void befall(SchedulerHost leader) throws Exception;

        void mend(SchedulerHost leader) throws Exception;

        /** Whether another term of leadership begins before it is mended. */
        default boolean deposes() {
            return true;
        }
    }

    @BeforeEach
    void start() throws Exception {
        estate = new Estate(directory);
        zooKeeper = ZooKeeperServers.start(directory);
        mesos = MesosProcess.start(directory);
        registry = CuratorRegistry.connect(RegistryOptions.of(zooKeeper.connectString(), "elastic-job-cloud"));
        tree = registry.liveTree();
        List<Integer> ports = ZooKeeperServers.freePorts(3);
        for (int port : ports) {
            SchedulerHost host = new SchedulerHost(directory.resolve("scheduler-" + port + ".log"), port, SESSION_MILLIS,
                    zooKeeper, mesos.port());
            schedulers.add(host);
            host.start();
        }
        soon().until(() -> candidates() == 3);
        register();
    }

    private void register() {
        Rest rest = new Rest(leader().address());
        soon().until(() -> rest.answer("POST", "/api/app", estate.app("shop")).statusCode() == 204);
        TRIGGERED.forEach(job -> rest.call("POST", "/api/job/register",
                estate.job(job, "shop", NEVER, 30, ",\"misfire\":true")));
        rest.call("POST", "/api/job/register", estate.job(TICKING, "shop", "0/1 * * * * ?", 300, ""));
        rest.call("POST", "/api/job/register", estate.job(DAEMON, "shop", "0/1 * * * * ?", 30, "")
                .replace("TRANSIENT", "DAEMON"));
    }

    @AfterEach
    void stop() throws Exception {
        Files.write(Path.of("target", "availability.txt"), report);
        registry.close();
        for (SchedulerHost scheduler : schedulers) {
            scheduler.close();
        }
        mesos.close();
        zooKeeper.close();
        await().atMost(Duration.ofSeconds(20)).until(() -> estate.executors().isEmpty());
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
    }

    private long candidates() {
        return tree.nodes().keySet().stream().filter(path -> NodeAddress.of(path) instanceof NodeAddress.Candidate).count();
    }

    private int epoch() {
        return soon().until(() -> Optional.ofNullable(tree.nodes().get(RegistryPaths.EPOCH)), Optional::isPresent)
                .orElseThrow().version();
    }

    private SchedulerHost leader() {
        epoch();
        String address = Codecs.LEADER.read(tree.nodes().get(RegistryPaths.EPOCH).text()).address();
        return schedulers.stream().filter(host -> host.address().equals(address)).findFirst().orElseThrow();
    }

    @Test
    void givenALoadOfTriggers_whenTheLeaderIsLostTwentyTimes_thenEveryAcceptedTriggerRunsOnceAndOnlyOneEverActs()
            throws Exception {
        TriggerLoad load = new TriggerLoad(TRIGGERED, schedulers.stream().map(SchedulerHost::address).toList());
        load.start(Duration.ofMillis(500));
        int rounds = 0;
        for (int i = 0; i < 5; i++) {
            rounds += round("kill -9", killed());
            rounds += round("pause beyond the session", paused());
        }
        for (int i = 0; i < 3; i++) {
            rounds += round("SIGTERM", ended());
        }
        rounds += round("ZooKeeper out of the leader's sight, in silence", apart(SchedulerHost::stallZooKeeper));
        rounds += round("ZooKeeper out of the leader's sight, refused", apart(SchedulerHost::cutZooKeeper));
        rounds += round("ZooKeeper and Mesos out of the leader's sight, in silence", apart(host -> {
            host.stallZooKeeper();
            host.stallMesos();
        }));
        rounds += round("Mesos out of the leader's sight", withoutMesos());
        rounds += round("kill -9 of the ZooKeeper server that leads", withoutServer(true));
        rounds += round("kill -9 of a ZooKeeper server that follows", withoutServer(false));
        rounds += round("all ZooKeeper servers gone for longer than the sessions", withoutZooKeeper());
        load.close();

        assertThat(rounds).isEqualTo(20);
        assertEveryAcceptedTriggerRan(load);
        assertOnlyOneActed();
    }

    private int round(String name, Fault fault) throws Exception {
        SchedulerHost leader = leader();
        int epoch = epoch();
        awaitLaunch(Instant.now(), epoch);
        Instant begun = Instant.now();
        fault.befall(leader);
        Optional<Instant> successor = fault.deposes() ? Optional.of(awaitLaunch(begun, epoch + 1)) : Optional.empty();
        fault.mend(leader);
        Instant mended = Instant.now();
        soon().until(() -> candidates() == 3);
        Instant afterwards = awaitLaunch(mended, epoch());
        report.add("%-60s %6d ms".formatted(name, Duration.between(fault.deposes() ? begun : mended,
                successor.orElse(afterwards)).toMillis()));
        return 1;
    }

    /** Returns when, after this moment, a launch in this epoch or a later one was taken by Mesos. */
    private Instant awaitLaunch(Instant after, int epoch) {
        return soon().until(() -> mesos.calls().entries().stream()
                .filter(call -> call.launches() && call.at().isAfter(after) && call.epoch() >= epoch)
                .findFirst(), Optional::isPresent).orElseThrow().at();
    }

    private static Fault killed() {
        return new Fault() {
            @Override
            public void befall(SchedulerHost leader) throws InterruptedException {
                leader.program().kill();
            }

            @Override
            public void mend(SchedulerHost leader) throws IOException {
                leader.start();
            }
        };
    }

    private static Fault ended() {
        return new Fault() {
            @Override
            public void befall(SchedulerHost leader) {
                leader.program().end();
            }

            @Override
            public void mend(SchedulerHost leader) throws Exception {
                leader.program().close();
                leader.start();
            }
        };
    }

    private static Fault paused() {
        return new Fault() {
            @Override
            public void befall(SchedulerHost leader) throws Exception {
                leader.program().pause();
            }

            @Override
            public void mend(SchedulerHost leader) throws Exception {
                leader.program().resume();
            }
        };
    }

    private interface Break {
        void of(SchedulerHost leader);
    }

    private static Fault apart(Break network) {
        return new Fault() {
            @Override
            public void befall(SchedulerHost leader) {
                network.of(leader);
            }

            @Override
            public void mend(SchedulerHost leader) {
                leader.restoreNetwork();
            }
        };
    }

    private static Fault withoutMesos() {
        return new Fault() {
            @Override
            public void befall(SchedulerHost leader) {
                leader.cutMesos();
                passes(Duration.ofSeconds(2));
            }

            @Override
            public void mend(SchedulerHost leader) {
                leader.restoreNetwork();
            }

            @Override
            public boolean deposes() {
                return false;
            }
        };
    }

    private static void passes(Duration time) {
        await().pollDelay(time).until(() -> true);
    }

    private Fault withoutServer(boolean leading) {
        return new Fault() {
            private int server;

            @Override
            public void befall(SchedulerHost leader) throws Exception {
                int leads = zooKeeper.leader();
                server = leading ? leads : (leads + 1) % ZooKeeperServers.COUNT;
                zooKeeper.kill(server);
            }

            @Override
            public void mend(SchedulerHost leader) throws IOException {
                zooKeeper.restart(server);
                zooKeeper.awaitWhole();
            }

            @Override
            public boolean deposes() {
                return leading;
            }
        };
    }

    private Fault withoutZooKeeper() {
        return new Fault() {
            @Override
            public void befall(SchedulerHost leader) throws Exception {
                for (int server = 0; server < ZooKeeperServers.COUNT; server++) {
                    zooKeeper.kill(server);
                }
                passes(Duration.ofMillis(SESSION_MILLIS + 1000));
            }

            @Override
            public void mend(SchedulerHost leader) throws IOException {
                for (int server = 0; server < ZooKeeperServers.COUNT; server++) {
                    zooKeeper.restart(server);
                }
                zooKeeper.awaitWhole();
            }

            @Override
            public boolean deposes() {
                return false;
            }
        };
    }

    private void assertEveryAcceptedTriggerRan(TriggerLoad load) {
        Rest rest = new Rest(leader().address());
        rest.call("POST", "/api/job/" + TICKING + "/disable", "");
        soon().untilAsserted(() -> {
            assertThat(rest.get("/api/job/tasks/ready")).isEqualTo("[]");
            assertThat(rest.get("/api/job/tasks/running")).doesNotContain(TRIGGERED);
        });
        RunLedger ledger = new RunLedger(estate.lines());
        assertThat(ledger.overlaps()).isEmpty();
        load.accounts().forEach((job, told) -> {
            int runs = ledger.ends(job, 0);
            report.add("%-10s %4d triggers accepted, %2d without an answer, %4d runs".formatted(
                    job, told.accepted.get(), told.open.get(), runs));
            assertThat(runs).as("runs of %s", job)
                    .isBetween(told.accepted.get(), told.accepted.get() + told.open.get());
            assertThat(IntStream.range(0, ITEMS).map(item -> ledger.ends(job, item))).as("items of %s", job)
                    .containsOnly(runs);
        });
        report.add("%d calls refused for want of a leader".formatted(load.refused()));
        assertThat(ledger.ends(TICKING, 0)).isGreaterThan(30);
        assertThat(IntStream.range(0, ITEMS).map(item -> ledger.tasks(DAEMON, item).size())).containsOnly(1);
    }

    /** Once a leader has been heard by Mesos, no earlier one is. */
    private void assertOnlyOneActed() {
        List<MesosCallLog.Entry> taken = mesos.calls().entries().stream().filter(MesosCallLog.Entry::wasTaken).toList();
        assertThat(taken).extracting(MesosCallLog.Entry::epoch).isSorted();
        report.add("%d epochs were heard by Mesos; %d calls of deposed leaders were refused".formatted(
                taken.stream().map(MesosCallLog.Entry::epoch).distinct().count(),
                mesos.calls().entries().size() - taken.size()));
    }
}
