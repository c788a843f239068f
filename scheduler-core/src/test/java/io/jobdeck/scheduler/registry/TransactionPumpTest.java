package io.jobdeck.scheduler.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.scheduler.registry.TransactionResult.Committed;
import io.jobdeck.scheduler.registry.TransactionResult.Reason;
import io.jobdeck.scheduler.registry.TransactionResult.Refused;
import io.jobdeck.scheduler.registry.TransactionResult.Unknown;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.Op;
import org.apache.zookeeper.OpResult;
import org.apache.zookeeper.ZooDefs;
import org.junit.jupiter.api.Test;

/** How transactions travel; the test plays ZooKeeper. */
class TransactionPumpTest {

    private record Request(List<Op> operations, Consumer<Reply> onReply) { }

    private final Deque<Request> requests = new ArrayDeque<>();
    private final List<String> delivered = new ArrayList<>();
    private final TransactionPump pump = new TransactionPump(
            (operations, onReply) -> requests.add(new Request(operations, onReply)),
            (transaction, result, complete) -> {
                delivered.add(transaction.changes().get(0).path());
                complete.run();
            },
            transaction -> PendingTransaction.of(transaction, Namespace.named("ns"), ZooDefs.Ids.OPEN_ACL_UNSAFE));

    private CompletableFuture<TransactionResult> create(String path) {
        return pump.submit(Transaction.of(new Change.Create(path, "")));
    }

    private void answerOk() {
        Request request = requests.poll();
        request.onReply().accept(new Reply(Code.OK,
                Collections.nCopies(request.operations().size(), new OpResult.CreateResult("/ns/x"))));
    }

    private void refuse(int index) {
        Request request = requests.poll();
        List<OpResult> results = new ArrayList<>();
        for (int i = 0; i < request.operations().size(); i++) {
            Code code = i < index ? Code.OK : i == index ? Code.NODEEXISTS : Code.RUNTIMEINCONSISTENCY;
            results.add(new OpResult.ErrorResult(code.intValue()));
        }
        request.onReply().accept(new Reply(Code.NODEEXISTS, results));
    }

    private void breakConnection() {
        requests.poll().onReply().accept(Reply.of(Code.CONNECTIONLOSS.intValue(), null));
    }

    @Test
    void aFewTravelOneByOneAndTheRestTogetherBehindThem() {
        IntStream.range(0, 10).forEach(i -> create("/n" + i));

        assertThat(requests).hasSize(4).allMatch(request -> request.operations().size() == 1);
        answerOk();
        assertThat(requests).hasSize(4);
        assertThat(requests.peekLast().operations()).hasSize(6);
        assertThat(pump.inFlight("/n9")).isTrue();

        // nothing overtakes or follows the combined one before it is answered
        create("/n10");
        answerOk();
        answerOk();
        answerOk();
        assertThat(requests).hasSize(1);
        answerOk();
        assertThat(requests.peek().operations()).extracting(Op::getPath).containsExactly("/ns/n10");
        assertThat(pump.inFlight("/n9")).isFalse();
    }

    @Test
    void membersOfARefusedRequestAreSentAgainOneByOneBeforeAnythingNewer() {
        List<CompletableFuture<TransactionResult>> results =
                new ArrayList<>(IntStream.range(0, 7).mapToObj(i -> create("/n" + i)).toList());
        IntStream.range(0, 4).forEach(i -> answerOk());
        results.add(create("/n7"));

        // when the three that travel together are refused because of the second
        refuse(1);

        // then each is sent alone, in order, and the newer one behind them
        assertThat(requests).extracting(request -> request.operations().get(0).getPath())
                .containsExactly("/ns/n4", "/ns/n5", "/ns/n6", "/ns/n7");
        answerOk();
        refuse(0);
        answerOk();
        answerOk();
        assertThat(results.get(4)).isCompletedWithValue(new Committed(List.of(0)));
        assertThat(results.get(5)).isCompletedWithValue(
                new Refused(0, new Change.Create("/n5", ""), Reason.NODE_EXISTS));
        assertThat(results.get(6)).isCompletedWithValue(new Committed(List.of(0)));
        assertThat(delivered).containsExactly("/n0", "/n1", "/n2", "/n3", "/n4", "/n5", "/n6", "/n7");
    }

    @Test
    void aBrokenConnectionMakesAllThatWasSentOrWaitsUnknownInOrder() {
        List<CompletableFuture<TransactionResult>> results = IntStream.range(0, 6).mapToObj(i -> create("/n" + i)).toList();

        IntStream.range(0, 4).forEach(i -> breakConnection());

        assertThat(results).allMatch(result -> result.join() instanceof Unknown);
        assertThat(delivered).containsExactly("/n0", "/n1", "/n2", "/n3", "/n4", "/n5");
        assertThat(requests).isEmpty();
        create("/later");
        assertThat(requests).hasSize(1);
    }

    @Test
    void whatTravelsTogetherStaysWithinTheLimitsOfZooKeeper() {
        IntStream.range(0, 4).forEach(i -> create("/n" + i));
        IntStream.range(0, 30).forEach(i -> pump.submit(
                Transaction.of(new Change.Create("/big" + i, "x".repeat(100_000)))));
        IntStream.range(0, 4).forEach(i -> answerOk());

        assertThat(requests.peek().operations()).hasSize(7);
    }

    @Test
    void aCheckThatTheyShareIsSentOnceAndEachStillGetsItsOwnResults() {
        Change.Check epoch = new Change.Check("/epoch", 3);
        IntStream.range(0, 4).forEach(i -> create("/n" + i));
        List<CompletableFuture<TransactionResult>> results = IntStream.range(4, 7).mapToObj(i ->
                pump.submit(Transaction.of(epoch, new Change.Create("/n" + i, "")))).toList();

        IntStream.range(0, 4).forEach(i -> answerOk());

        assertThat(requests.peek().operations()).extracting(Op::getPath)
                .containsExactly("/ns/epoch", "/ns/n4", "/ns/n5", "/ns/n6");
        answerOk();
        assertThat(results).allMatch(result -> result.join().equals(new Committed(List.of(3, 0))));
    }

    @Test
    void aCheckOfANodeThatOneOfThemWritesIsSentWithEach() {
        IntStream.range(0, 4).forEach(i -> create("/n" + i));
        pump.submit(Transaction.of(new Change.Check("/epoch", 3), new Change.Set("/epoch", "", 3)));
        pump.submit(Transaction.of(new Change.Check("/epoch", 3), new Change.Create("/n", "")));

        IntStream.range(0, 4).forEach(i -> answerOk());

        assertThat(requests.peek().operations()).hasSize(4);
    }
}
