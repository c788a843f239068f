package io.jobdeck.scheduler.registry;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.apache.zookeeper.WatchedEvent;

/**
 * Keeps a copy of the tree current for as long as one connection lasts: first the walk, then what the watch tells. All on
 * the event thread.
 *
 * <p>Why the copy is right: the server tells a session of a change before it answers a read with it. So an answer states
 * the truth of its place in the stream of answers and events, and a change after that place is still to be heard of.
 * A created or changed node is read when its event comes; a deletion needs no read. Changes are applied in the order in
 * which they came, through one queue: a deletion waits while a read asked for before it is under way.
 *
 * <p>The session's own transactions need no reads at all: their results say what the nodes are now. An event of a node
 * that a transaction under way writes is put aside; if there were more events than the transaction explains, somebody
 * else wrote as well, and the node is read. A transaction's result is handed on when its changes have been applied here.
 */
final class TreeSync {

    private static final int MOST_IN_FLIGHT = 8;

    /** Takes what happens. */
    interface Output {

        /** The walk is complete: {@code copy} holds the whole tree; it is only lent. */
        void loaded(Map<String, TreeNode> copy);

        void put(TreeNode node);

        void removed(String path);

        /** Something could not be read; the copy is not kept any more. */
        void failed(String cause);
    }

    /** One change in the queue, applied when all before it are. */
    private abstract static class Step {
        boolean ready = true;

        abstract void apply();

        /** Does what must be done even if the copy is given up. */
        void abandon() {
        }
    }

    private final NodeReader reader;
    private final Executor laterOnEventThread;
    private final Predicate<String> writtenByTransactionUnderWay;
    private final Output output;
    private final TreeWalk walk;
    private final Map<String, TreeNode> loading = new HashMap<>();
    private final Deque<Step> steps = new ArrayDeque<>();
    private final Map<String, ReadStep> unsent = new LinkedHashMap<>();
    private final Map<String, Integer> putAside = new HashMap<>();
    private int readsInFlight;
    private boolean dispatchPlanned;
    private boolean loaded;
    private boolean ended;

    TreeSync(NodeReader reader, Executor laterOnEventThread, Predicate<String> writtenByTransactionUnderWay,
            Output output) {
        this.reader = reader;
        this.laterOnEventThread = laterOnEventThread;
        this.writtenByTransactionUnderWay = writtenByTransactionUnderWay;
        this.output = output;
        this.walk = new TreeWalk(reader, new LoadingVisitor());
    }

    /** Starts the walk; call it when the watch is in place. */
    void start() {
        if (!ended) {
            walk.start();
        }
    }

    /** Gives the copy up; results that wait for their changes to be applied are handed on at once. */
    void end() {
        ended = true;
        walk.cancel();
        List<Step> abandoned = List.copyOf(steps);
        steps.clear();
        abandoned.forEach(Step::abandon);
    }

    /** Takes an event of the watch; {@code path} is inside the namespace. */
    void onEvent(WatchedEvent event, String path) {
        if (ended || path.equals("/")) {
            return;
        }
        switch (event.getType()) {
            case NodeCreated, NodeDataChanged -> changed(path);
            case NodeDeleted -> deleted(path);
            default -> { }
        }
    }

    /** Takes the result of a transaction of this session; {@code complete} is run when the copy shows it. */
    void onResult(Transaction transaction, TransactionResult result, Runnable complete) {
        if (ended) {
            complete.run();
            return;
        }
        steps.add(new OwnStep(transaction, result, complete));
        settle(transaction, result instanceof TransactionResult.Committed);
        drain();
    }

    private void changed(String path) {
        if (writtenByTransactionUnderWay.test(path)) {
            putAside.merge(path, 1, Integer::sum);
        } else {
            read(path);
        }
    }

    private void deleted(String path) {
        supersedeRead(path);
        steps.add(new DeleteStep(path));
        drain();
    }

    /**
     * Takes a read that was not sent yet out of the queue, and tells whether there was one. What follows it in the queue
     * on the same node is older than what the read would find, and must not be applied after it.
     */
    private boolean supersedeRead(String path) {
        ReadStep superseded = unsent.remove(path);
        if (superseded != null) {
            superseded.skip();
        }
        return superseded != null;
    }

    private void settle(Transaction transaction, boolean committed) {
        for (Change change : transaction.changes()) {
            if (change instanceof Change.Create || change instanceof Change.Set) {
                putAside.computeIfPresent(change.path(),
                        (path, events) -> committed ? Integer.valueOf(events - 1) : events);
            }
        }
        for (Change change : transaction.changes()) {
            boolean superseded = committed && supersedeRead(change.path());
            Integer unexplained = putAside.remove(change.path());
            if (superseded || unexplained != null && unexplained > 0) {
                read(change.path());
            }
        }
    }

    private void read(String path) {
        if (unsent.containsKey(path)) {
            return;
        }
        ReadStep step = new ReadStep(path);
        unsent.put(path, step);
        steps.add(step);
        planDispatch();
    }

    /** Lets the events that have arrived come first, so that their nodes are read together. */
    private void planDispatch() {
        if (!dispatchPlanned && readsInFlight < MOST_IN_FLIGHT) {
            dispatchPlanned = true;
            laterOnEventThread.execute(this::dispatch);
        }
    }

    private void dispatch() {
        dispatchPlanned = false;
        while (!ended && readsInFlight < MOST_IN_FLIGHT && !unsent.isEmpty()) {
            List<ReadStep> batch = unsent.values().stream().limit(NodeReader.BATCH).toList();
            batch.forEach(step -> unsent.remove(step.path));
            readsInFlight++;
            reader.readNodes(batch.stream().map(step -> step.path).toList(),
                    NodeReader.outcome(answers -> onRead(batch, answers), this::fail));
        }
    }

    private void onRead(List<ReadStep> batch, List<Optional<NodeReader.Found>> answers) {
        if (ended) {
            return;
        }
        readsInFlight--;
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).answer(answers.get(i).map(NodeReader.Found::node));
        }
        drain();
        if (!unsent.isEmpty()) {
            planDispatch();
        }
    }

    private void drain() {
        while (!ended && !steps.isEmpty() && steps.peek().ready) {
            steps.poll().apply();
        }
    }

    private void fail(String cause) {
        if (!ended) {
            output.failed(cause);
        }
    }

    private void put(TreeNode node) {
        if (loaded) {
            output.put(node);
        } else {
            loading.put(node.path(), node);
        }
    }

    private void remove(String path) {
        if (loaded) {
            output.removed(path);
        } else {
            loading.remove(path);
        }
    }

    private final class LoadingVisitor implements TreeWalk.Visitor {

        @Override
        public void found(TreeNode node) {
            loading.put(node.path(), node);
        }

        @Override
        public void finished() {
            steps.add(new LoadedStep());
            drain();
        }

        @Override
        public void failed(String cause) {
            fail(cause);
        }
    }

    private final class LoadedStep extends Step {

        @Override
        void apply() {
            loaded = true;
            output.loaded(loading);
            loading.clear();
        }
    }

    private final class ReadStep extends Step {
        private final String path;
        private Optional<TreeNode> answer = Optional.empty();
        private boolean skipped;

        ReadStep(String path) {
            this.path = path;
            this.ready = false;
        }

        void answer(Optional<TreeNode> node) {
            answer = node;
            ready = true;
        }

        void skip() {
            skipped = true;
            ready = true;
        }

        @Override
        void apply() {
            if (!skipped) {
                answer.ifPresentOrElse(TreeSync.this::put, () -> remove(path));
            }
        }
    }

    private final class DeleteStep extends Step {
        private final String path;

        DeleteStep(String path) {
            this.path = path;
        }

        @Override
        void apply() {
            remove(path);
        }
    }

    private final class OwnStep extends Step {
        private final Transaction transaction;
        private final TransactionResult result;
        private final Runnable complete;

        OwnStep(Transaction transaction, TransactionResult result, Runnable complete) {
            this.transaction = transaction;
            this.result = result;
            this.complete = complete;
        }

        @Override
        void apply() {
            if (result instanceof TransactionResult.Committed committed) {
                List<Change> changes = transaction.changes();
                for (int i = 0; i < changes.size(); i++) {
                    apply(changes.get(i), committed.versions().get(i));
                }
            }
            complete.run();
        }

        @Override
        void abandon() {
            complete.run();
        }

        private void apply(Change change, int version) {
            if (change instanceof Change.Create create) {
                put(new TreeNode(create.path(), create.text(), version));
            } else if (change instanceof Change.Set set) {
                put(new TreeNode(set.path(), set.text(), version));
            } else if (change instanceof Change.Delete delete) {
                remove(delete.path());
            }
        }
    }
}
