package io.jobdeck.scheduler.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobdeck.scheduler.registry.TransactionResult.Committed;
import io.jobdeck.scheduler.registry.TransactionResult.Deposed;
import io.jobdeck.scheduler.registry.TransactionResult.Reason;
import io.jobdeck.scheduler.registry.TransactionResult.Refused;
import io.jobdeck.scheduler.registry.TransactionResult.Unknown;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryRegistryTest {

    private final InMemoryRegistry registry = new InMemoryRegistry();

    @Test
    void aTransactionHappensWholeOrNotAtAll() {
        registry.put("/config/job/a", "1");

        TransactionResult result = registry.commit(Transaction.of(new Change.Set("/config/job/a", "2"),
                new Change.Create("/config/job/b", "x"), new Change.Delete("/config/job/missing")));

        assertThat(result).isEqualTo(new Refused(2, new Change.Delete("/config/job/missing"), Reason.NO_NODE));
        assertThat(registry.read("/config/job/a")).contains(new TreeNode("/config/job/a", "1", 0));
        assertThat(registry.text("/config/job/b")).isNull();
    }

    @Test
    void versionsCountTheValuesOfANode() {
        registry.put("/state/ready/a", "1");

        assertThat(registry.commit(Transaction.of(new Change.Set("/state/ready/a", "2", 0),
                new Change.Check("/config/job"), new Change.Create("/state/ready/b", "1"))))
                .isEqualTo(new Committed(List.of(1, -1, 0)));
        assertThat(registry.commit(Transaction.of(new Change.Set("/state/ready/a", "3", 0))))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.BAD_VERSION));
    }

    @Test
    void aNodeNeedsItsParentAndKeepsItWhileItExists() {
        assertThat(registry.commit(Transaction.of(new Change.Create("/state/running/j/j@-@0", "t"))))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.NO_NODE));
        registry.put("/state/running/j/j@-@0", "t");
        assertThat(registry.commit(Transaction.of(new Change.Delete("/state/running/j"))))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.NOT_EMPTY));
        assertThat(registry.children("/state/running/j")).containsExactly("j@-@0");
    }

    @Test
    void aLiveTreeTellsTheWholeFirstAndThenEveryChangeBeforeItsResult() {
        List<String> heard = new ArrayList<>();
        LiveTree tree = registry.liveTree();
        tree.listen(event -> heard.add(event.getClass().getSimpleName()));

        registry.submit(Transaction.of(new Change.Create("/state/ready/a", "1"), new Change.Delete("/state/ready/a")))
                .thenRun(() -> heard.add("result"));

        assertThat(heard).containsExactly("Loaded", "Put", "Removed", "result");
        registry.put("/state/ready/b", "4");
        assertThat(tree.nodes().get("/state/ready/b").text()).isEqualTo("4");
    }

    @Test
    void anOutageMakesTheTreeStaleAndEveryAnswerUnknown() {
        List<TreeEvent> heard = new ArrayList<>();
        registry.liveTree().listen(heard::add);
        registry.disconnect("no server");

        assertThat(heard.get(heard.size() - 1)).isInstanceOf(TreeEvent.Stale.class);
        assertThat(registry.submit(Transaction.of(new Change.Create("/state/ready/a", "1"))).join())
                .isEqualTo(new Unknown("no server"));
        assertThatThrownBy(() -> registry.read("/state/ready/a")).isInstanceOf(RegistryUnavailableException.class);

        registry.reconnect();
        assertThat(heard.get(heard.size() - 1)).isInstanceOf(TreeEvent.Loaded.class);
    }

    @Test
    void aLostAnswerHidesAWriteThatHappened() {
        registry.loseAnswerOfNext();
        assertThat(registry.commit(Transaction.of(new Change.Create("/state/ready/a", "1")))).isInstanceOf(Unknown.class);
        assertThat(registry.text("/state/ready/a")).isEqualTo("1");
    }

    @Test
    void anOldLeaderCannotWrite() {
        Epoch first = registry.lead("one");
        Epoch second = registry.lead("two");

        assertThat(second.number()).isGreaterThan(first.number());
        assertThat(first.submit(Transaction.of(new Change.Create("/state/ready/a", "1"))).join()).isEqualTo(new Deposed());
        assertThat(second.submit(Transaction.of(new Change.Create("/state/ready/a", "1"))).join())
                .isEqualTo(new Committed(List.of(0)));
    }
}
