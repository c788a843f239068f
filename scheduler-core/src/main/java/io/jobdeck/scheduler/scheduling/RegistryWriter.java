package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.Transaction;
import io.jobdeck.scheduler.registry.TransactionResult;
import io.jobdeck.scheduler.registry.TransactionResult.Committed;
import io.jobdeck.scheduler.registry.TransactionResult.Deposed;
import io.jobdeck.scheduler.registry.TransactionResult.Refused;
import io.jobdeck.scheduler.registry.TransactionResult.Unknown;
import io.jobdeck.scheduler.registry.TransactionWriter;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the loop's transactions and brings their results back onto the loop. A result that leaves the tree unknown ends
 * this term of leadership: whoever leads next looks at the whole truth.
 */
final class RegistryWriter {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryWriter.class);

    private final TransactionWriter epoch;
    private final Loop loop;
    private final Consumer<String> halt;
    private boolean halted;

    /**
     * @param epoch takes the transactions and checks that this scheduler still leads
     * @param halt hears, once, why this term cannot go on
     */
    RegistryWriter(TransactionWriter epoch, Loop loop, Consumer<String> halt) {
        this.epoch = epoch;
        this.loop = loop;
        this.halt = halt;
    }

    /** Writes what others may write too: {@code refused} runs when the tree was not as the changes demand. */
    void write(List<Change> changes, Consumer<Committed> committed, Consumer<Refused> refused) {
        if (halted) {
            return;
        }
        epoch.submit(new Transaction(changes))
                .thenAccept(result -> loop.post(() -> deliver(result, committed, refused)));
    }

    /** Writes nodes that only the leader writes; a refusal means that somebody else has changed them. */
    void writeOwned(List<Change> changes, Runnable committed) {
        write(changes, done -> committed.run(), this::giveUp);
    }

    /** Somebody else has changed nodes that only the leader writes: what this term knows of them is wrong. */
    void giveUp(Refused refused) {
        stop("the registry refused a change of %s: %s".formatted(refused.change().path(), refused.reason()));
    }

    /** Runs an action if this scheduler leads at a moment after this call, which only the registry can tell. */
    void confirmLead(Runnable leading) {
        write(List.of(), done -> leading.run(), refused -> stop("the registry refused to say who leads"));
    }

    /** Returns whether nothing is written any more. */
    boolean isHalted() {
        return halted;
    }

    private void deliver(TransactionResult result, Consumer<Committed> committed, Consumer<Refused> refused) {
        if (halted) {
            return;
        }
        if (result instanceof Committed done) {
            committed.accept(done);
        } else if (result instanceof Refused no) {
            refused.accept(no);
        } else if (result instanceof Deposed) {
            stop("another scheduler leads");
        } else if (result instanceof Unknown lost) {
            stop("a write was lost: " + lost.cause());
        }
    }

    private void stop(String cause) {
        if (halted) {
            return;
        }
        halted = true;
        LOG.warn("this scheduler gives up the lead: {}", cause);
        halt.accept(cause);
    }
}
