package io.jobdeck.scheduler.embedded.agent;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the order "store, then act": records change the state at once, and what follows from them is done only after they
 * are durable. Events that wait together share one write to the disk.
 *
 * <p>Used on the event loop only. While the disk refuses, nothing is acted upon and the write is tried again.
 */
final class Persistence {

    private static final Logger LOG = LoggerFactory.getLogger(Persistence.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final long REWRITE_FROM_BYTES = 4L * 1024 * 1024;
    private static final int REWRITE_GROWTH = 4;

    private final Journal journal;
    private final AgentState state;
    private final EventLoop loop;
    private List<Runnable> actions = new ArrayList<>();
    private boolean flushPlanned;
    private boolean refused;
    private long sizeAfterRewrite;

    Persistence(Journal journal, AgentState state, EventLoop loop) {
        this.journal = journal;
        this.state = state;
        this.loop = loop;
    }

    /** Changes the state and has the change stored. */
    void store(AgentRecord record) {
        journal.append(AgentRecordCodec.encode(record));
        state.apply(record);
        planFlush();
    }

    /** Has {@code action} done on the loop once everything stored before is durable. */
    void then(Runnable action) {
        actions.add(action);
        planFlush();
    }

    private void planFlush() {
        if (!flushPlanned) {
            flushPlanned = true;
            loop.execute(this::flush);
        }
    }

    private void flush() {
        try {
            journal.commit();
            rewriteIfGrown();
        } catch (IOException e) {
            retryLater(e);
            return;
        }
        refused = false;
        flushPlanned = false;
        List<Runnable> due = actions;
        actions = new ArrayList<>();
        due.forEach(Persistence::perform);
    }

    private void rewriteIfGrown() throws IOException {
        if (journal.size() > REWRITE_FROM_BYTES && journal.size() > REWRITE_GROWTH * sizeAfterRewrite) {
            journal.rewrite(state.snapshot().stream().map(AgentRecordCodec::encode).toList());
            sizeAfterRewrite = journal.size();
        }
    }

    private void retryLater(IOException cause) {
        if (!refused) {
            LOG.error("the agent's state cannot be stored, which is tried again every second until it works: {}",
                    cause.toString());
        }
        refused = true;
        loop.schedule(RETRY, this::flush);
    }

    private static void perform(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.error("agent could not act upon a stored event", e);
        }
    }
}
