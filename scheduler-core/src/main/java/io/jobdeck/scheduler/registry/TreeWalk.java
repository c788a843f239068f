package io.jobdeck.scheduler.registry;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Reads the whole tree from the top, several multis at a time. The values come first; only nodes that then have children
 * are asked for them, so that leaves cost one operation. All on the event thread.
 */
final class TreeWalk {

    private static final int MOST_IN_FLIGHT = 8;
    /** Bounds the answer to one multi of children lists, whose lengths are known by then. */
    private static final int MOST_NAMES = 50_000;

    /** What comes of a walk. */
    interface Visitor {

        /** A node as it is at this moment of the session's stream of answers and events. */
        void found(TreeNode node);

        void finished();

        /** Something could not be read; {@link #finished()} will not be called. */
        void failed(String cause);
    }

    /** A node whose children are to be listed, and how many it had. */
    private record Parent(String path, int children) { }

    private final NodeReader reader;
    private final Visitor visitor;
    private final Deque<String> unread = new ArrayDeque<>();
    private final Deque<Parent> unlisted = new ArrayDeque<>();
    private int inFlight;
    private boolean ended;

    TreeWalk(NodeReader reader, Visitor visitor) {
        this.reader = reader;
        this.visitor = visitor;
    }

    void start() {
        unread.add("/");
        proceed();
    }

    /** Ends it without a result. */
    void cancel() {
        ended = true;
    }

    private void proceed() {
        while (inFlight < MOST_IN_FLIGHT && !(unread.isEmpty() && unlisted.isEmpty())) {
            inFlight++;
            if (unlisted.isEmpty()) {
                reader.readNodes(take(unread), NodeReader.outcome(this::onNodes, this::fail));
            } else {
                List<String> parents = takeParents();
                reader.readChildren(parents,
                        NodeReader.outcome(answers -> onChildren(parents, answers), this::fail));
            }
        }
        if (inFlight == 0) {
            ended = true;
            visitor.finished();
        }
    }

    private static List<String> take(Deque<String> queue) {
        List<String> batch = new ArrayList<>();
        while (batch.size() < NodeReader.BATCH && !queue.isEmpty()) {
            batch.add(queue.poll());
        }
        return batch;
    }

    private List<String> takeParents() {
        List<String> batch = new ArrayList<>();
        int names = 0;
        while (batch.size() < NodeReader.BATCH && names < MOST_NAMES && !unlisted.isEmpty()) {
            Parent parent = unlisted.poll();
            names += parent.children();
            batch.add(parent.path());
        }
        return batch;
    }

    private void onNodes(List<Optional<NodeReader.Found>> answers) {
        answered(() -> answers.forEach(answer -> answer.ifPresent(this::onNode)));
    }

    private void onNode(NodeReader.Found found) {
        if (!found.node().path().equals("/")) {
            visitor.found(found.node());
        }
        if (found.stat().getNumChildren() > 0) {
            unlisted.add(new Parent(found.node().path(), found.stat().getNumChildren()));
        }
    }

    private void onChildren(List<String> parents, List<Optional<List<String>>> answers) {
        answered(() -> {
            for (int i = 0; i < parents.size(); i++) {
                String parent = parents.get(i);
                answers.get(i).ifPresent(
                        names -> names.forEach(name -> unread.add(Namespace.child(parent, name))));
            }
        });
    }

    private void answered(Runnable work) {
        if (ended) {
            return;
        }
        inFlight--;
        work.run();
        proceed();
    }

    private void fail(String cause) {
        if (!ended) {
            ended = true;
            visitor.failed(cause);
        }
    }

}
