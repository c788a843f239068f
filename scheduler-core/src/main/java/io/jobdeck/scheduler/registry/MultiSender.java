package io.jobdeck.scheduler.registry;

import java.util.List;
import java.util.function.Consumer;
import org.apache.zookeeper.Op;

/** Sends multis in the order of the calls; replies are delivered in that order too, all on the event thread. */
@FunctionalInterface
interface MultiSender {

    /** Sends without waiting; {@code onReply} is always called, once. */
    void send(List<Op> operations, Consumer<Reply> onReply);
}
