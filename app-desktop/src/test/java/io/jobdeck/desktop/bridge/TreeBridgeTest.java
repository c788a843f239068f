package io.jobdeck.desktop.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.jobdeck.desktop.fold.Estate;
import io.jobdeck.desktop.fold.ReadyFacts;
import io.jobdeck.desktop.fold.TreeFold;
import io.jobdeck.scheduler.registry.InMemoryRegistry;
import io.jobdeck.scheduler.registry.LiveTree;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.TreeNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TreeBridgeTest {

    private final InMemoryRegistry registry = new InMemoryRegistry();
    private final LiveTree tree = registry.liveTree();
    private final List<ClusterUpdate> updates = new ArrayList<>();
    private final Deque<Runnable> interfaceQueue = new ArrayDeque<>();
    private final Hand clock = new Hand();
    private UiExecutor ui = Runnable::run;
    private TreeBridge bridge;

    @BeforeEach
    void anAppWithAJob() {
        put(Estate.appNode("billing"));
        put(Estate.jobNode("invoices", "billing"));
        bridge = new TreeBridge(tree, new TreeFold(ZoneOffset.UTC), clock, work -> ui.run(work), updates::add);
    }

    @Test
    void beforeTheTreeIsLoadedItSaysThatItConnects() {
        bridge.tick();

        assertThat(updates).singleElement().extracting(ClusterUpdate::link).isEqualTo(new Link.Connecting());
    }

    @Test
    void aLoadedTreeComesAsOneUpdate() {
        tree.listen(bridge);

        bridge.tick();

        assertThat(updates).hasSize(1);
        assertThat(updates.get(0).link()).isEqualTo(new Link.Live());
        assertThat(updates.get(0).delta().jobs().changed()).containsOnlyKeys("invoices");
    }

    @Test
    void manyChangesOfOneNodeAreShownOnceWithTheLastValue() {
        tree.listen(bridge);
        bridge.tick();

        for (int count = 1; count <= 1000; count++) {
            put(Estate.readyNode("invoices", count));
        }
        bridge.tick();

        assertThat(updates).hasSize(2);
        assertThat(updates.get(1).delta().ready().changed().get(ReadyFacts.Key.ordinary("invoices")).count()).isEqualTo(1000);
        assertThat(updates.get(1).heard()).isGreaterThanOrEqualTo(1000);
    }

    @Test
    void whatComesAndGoesWithinATickIsNeverSeen() {
        tree.listen(bridge);
        bridge.tick();

        put(Estate.readyNode("invoices", 1));
        registry.remove(RegistryPaths.ready("invoices"));
        bridge.tick();

        assertThat(updates.get(1).delta().ready().isEmpty()).isTrue();
        assertThat(updates.get(1).delta().jobs().isEmpty()).isTrue();
    }

    @Test
    void aTickWithoutNewsSendsNothingButAHeartbeatTwiceASecond() {
        tree.listen(bridge);
        bridge.tick();

        clock.forward(Duration.ofMillis(100));
        bridge.tick();
        assertThat(updates).hasSize(1);

        clock.forward(Duration.ofMillis(400));
        bridge.tick();
        assertThat(updates).hasSize(2);
    }

    @Test
    void aBusyInterfaceGetsNoSecondUpdateAndMissesNothing() {
        tree.listen(bridge);
        ui = interfaceQueue::add;
        bridge.tick();

        put(Estate.readyNode("invoices", 1));
        bridge.tick();
        put(Estate.readyNode("invoices", 2));
        bridge.tick();
        assertThat(interfaceQueue).hasSize(1);

        interfaceQueue.poll().run();
        bridge.tick();
        interfaceQueue.poll().run();

        assertThat(updates).hasSize(2);
        assertThat(updates.get(1).delta().ready().changed().get(ReadyFacts.Key.ordinary("invoices")).count()).isEqualTo(2);
    }

    @Test
    void aLostConnectionIsToldAndALoadHeals() {
        tree.listen(bridge);
        bridge.tick();

        registry.disconnect("ZooKeeper is out of reach");
        bridge.tick();
        assertThat(updates.get(1).link()).isInstanceOfSatisfying(Link.Stale.class,
                stale -> assertThat(stale.cause()).isEqualTo("ZooKeeper is out of reach"));

        registry.remove(RegistryPaths.configJob("invoices"));
        registry.reconnect();
        bridge.tick();

        assertThat(updates.get(2).link()).isEqualTo(new Link.Live());
        assertThat(updates.get(2).delta().jobs().gone()).containsExactly("invoices");
    }

    @Test
    void anInterfaceThatFailedOnceIsServedOn() {
        tree.listen(bridge);
        ui = interfaceQueue::add;
        TreeBridge failing = new TreeBridge(tree, new TreeFold(ZoneOffset.UTC), clock, work -> ui.run(work),
                update -> {
                    throw new IllegalStateException("broken view");
                });
        failing.tick();
        Runnable update = interfaceQueue.poll();

        assertThat(catchThrowable(update::run)).isInstanceOf(IllegalStateException.class);
        clock.forward(Duration.ofSeconds(1));
        failing.tick();

        assertThat(interfaceQueue).hasSize(1);
    }

    private void put(TreeNode node) {
        registry.put(node.path(), node.text());
    }

    private static final class Hand extends Clock {

        private Instant now = Instant.parse("2026-03-01T12:00:01Z");

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
