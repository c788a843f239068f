package io.jobdeck.scheduler.registry;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.Op;
import org.apache.zookeeper.OpResult;
import org.apache.zookeeper.data.Stat;

/** Reads many nodes in one multi. */
final class NodeReader {

    /** How many nodes are read by one multi. */
    static final int BATCH = 500;
    /** Why a server answers that it has not implemented something: recursive watches and multis of reads came with 3.6. */
    static final String TOO_OLD = "the ZooKeeper server is older than 3.6, which is needed. Upgrade the servers; what they"
            + " hold stays";

    /**
     * A node that exists.
     *
     * @param node its path, value and version
     * @param stat what else the server knows of it
     */
    record Found(TreeNode node, Stat stat) { }

    /** Takes what reading each of the paths gave, or why reading failed. Called on the event thread. */
    interface Outcome<T> {

        /** Takes the answers in the order of the paths; empty where the node does not exist. */
        void read(List<Optional<T>> answers);

        void failed(String cause);
    }

    private final MultiSender sender;
    private final Namespace namespace;

    NodeReader(MultiSender sender, Namespace namespace) {
        this.sender = sender;
        this.namespace = namespace;
    }

    /** Cuts paths into batches that one multi can read. */
    static List<List<String>> batches(Collection<String> paths) {
        List<String> all = List.copyOf(paths);
        List<List<String>> batches = new ArrayList<>();
        for (int from = 0; from < all.size(); from += BATCH) {
            batches.add(all.subList(from, Math.min(all.size(), from + BATCH)));
        }
        return batches;
    }

    /** Reads values; at most {@link #BATCH} paths. */
    void readNodes(List<String> paths, Outcome<Found> outcome) {
        List<Op> operations = paths.stream().map(path -> Op.getData(namespace.absolute(path))).toList();
        send("", paths, operations, outcome, (path, result) -> found(path, (OpResult.GetDataResult) result));
    }

    /** Reads the names of the children; at most {@link #BATCH} paths. */
    void readChildren(List<String> paths, Outcome<List<String>> outcome) {
        List<Op> operations = paths.stream().map(path -> Op.getChildren(namespace.absolute(path))).toList();
        send("the children of ", paths, operations, outcome,
                (path, result) -> ((OpResult.GetChildrenResult) result).getChildren());
    }

    private interface Reading<T> {
        T of(String path, OpResult result);
    }

    private <T> void send(String what, List<String> paths, List<Op> operations, Outcome<T> outcome,
            Reading<T> reading) {
        sender.send(operations, reply -> answer(what, paths, reply, outcome, reading));
    }

    private <T> void answer(String what, List<String> paths, Reply reply, Outcome<T> outcome, Reading<T> reading) {
        if (!reply.answered()) {
            outcome.failed(describe(what, paths, reply.code()));
            return;
        }
        List<Optional<T>> answers = new ArrayList<>(paths.size());
        for (int i = 0; i < paths.size(); i++) {
            OpResult result = reply.results().get(i);
            if (!(result instanceof OpResult.ErrorResult error)) {
                answers.add(Optional.of(reading.of(paths.get(i), result)));
            } else if (error.getErr() == Code.NONODE.intValue()) {
                answers.add(Optional.empty());
            } else {
                outcome.failed(describe(what, List.of(paths.get(i)), Code.get(error.getErr())));
                return;
            }
        }
        outcome.read(answers);
    }

    private String describe(String what, List<String> paths, Code code) {
        String others = paths.size() > 1 ? " and " + (paths.size() - 1) + " others" : "";
        String reason = switch (code) {
            case CONNECTIONLOSS -> "the connection to ZooKeeper broke";
            case SESSIONEXPIRED -> "the session with ZooKeeper expired";
            case NOAUTH -> "not permitted; check the digest";
            case UNIMPLEMENTED -> TOO_OLD;
            default -> "ZooKeeper answered " + code;
        };
        return "Could not read " + what + namespace.absolute(paths.get(0)) + others + ": " + reason;
    }

    private static Found found(String path, OpResult.GetDataResult result) {
        byte[] data = result.getData();
        String text = data == null ? "" : new String(data, StandardCharsets.UTF_8);
        return new Found(new TreeNode(path, text, result.getStat().getVersion()), result.getStat());
    }

    /** Makes an outcome of two functions. */
    static <T> Outcome<T> outcome(Consumer<List<Optional<T>>> read, Consumer<String> failed) {
        return new Outcome<>() {
            @Override
            public void read(List<Optional<T>> answers) {
                read.accept(answers);
            }

            @Override
            public void failed(String cause) {
                failed.accept(cause);
            }
        };
    }
}
