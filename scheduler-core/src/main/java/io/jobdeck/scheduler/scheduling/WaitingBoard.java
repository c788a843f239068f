package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.Waiting;
import io.jobdeck.scheduler.model.Waiting.Kind;
import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.TransactionResult;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Tells the world why a job in the ready or failover queue has not been launched (DESIGN.md decision 8). A reason is
 * published once it has held for a moment, so that jobs which launch at once cost nothing.
 */
final class WaitingBoard {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingBoard.class);

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ClusterState state;
    private final RegistryWriter writer;
    private final Loop loop;
    private final Map<String, Entry> entries = new HashMap<>();

    WaitingBoard(ClusterState state, RegistryWriter writer, Loop loop) {
        this.state = state;
        this.writer = writer;
        this.loop = loop;
    }

    /** The job waits for this reason. */
    void waits(JobState job, WaitReason reason) {
        Entry entry = entries.computeIfAbsent(job.name(), name -> new Entry());
        if (entry.reason == null || entry.reason.kind() != reason.kind()) {
            entry.changedAt = loop.clock().instant();
        }
        entry.reason = reason;
        publishAfter(PATIENCE, job.name(), entry);
    }

    private void publishAfter(Duration delay, String jobName, Entry entry) {
        if (!entry.publishDue) {
            entry.publishDue = true;
            loop.after(delay, () -> publish(jobName, entry));
        }
    }

    /** The job does not wait any more. */
    void clear(JobState job) {
        entries.remove(job.name());
        if (job.waitingNode) {
            job.waitingNode = false;
            writer.write(List.of(new Change.Delete(RegistryPaths.waiting(job.name()))), done -> { }, gone -> { });
        }
    }

    private void publish(String jobName, Entry entry) {
        entry.publishDue = false;
        if (entries.get(jobName) != entry) {
            return;
        }
        if (entry.reason.kind() != entry.publishedKind) {
            Duration held = Duration.between(entry.changedAt, loop.clock().instant());
            if (held.compareTo(PATIENCE) < 0) {
                publishAfter(PATIENCE.minus(held), jobName, entry);
                return;
            }
            entry.publishedKind = entry.reason.kind();
            entry.since = entry.changedAt;
            log(jobName, entry.reason);
        }
        String text = Codecs.WAITING.write(new Waiting(entry.reason.text(), entry.reason.help(), entry.since,
                entry.reason.kind()));
        state.findJob(jobName).filter(job -> !text.equals(entry.published)).ifPresent(job -> {
            entry.published = text;
            write(job, text);
        });
    }

    /** A backlog waits for the previous run again and again, which nobody needs to look into. */
    private static void log(String jobName, WaitReason reason) {
        Level level = reason.kind() == Kind.PREVIOUS_RUN ? Level.DEBUG : Level.INFO;
        LOG.atLevel(level).log("job {} waits: {} {}", jobName, reason.text(), reason.help());
    }

    private void write(JobState job, String text) {
        String path = RegistryPaths.waiting(job.name());
        Change change = job.waitingNode ? new Change.Set(path, text) : new Change.Create(path, text);
        job.waitingNode = true;
        writer.write(List.of(change), done -> { }, refused ->
                job.waitingNode = refused.reason() == TransactionResult.Reason.NODE_EXISTS);
    }

    private static final class Entry {
        private WaitReason reason;
        private Instant changedAt;
        private Kind publishedKind;
        private Instant since;
        private boolean publishDue;
        private String published;
    }
}
