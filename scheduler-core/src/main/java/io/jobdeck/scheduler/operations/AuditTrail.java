package io.jobdeck.scheduler.operations;

import io.jobdeck.scheduler.model.AuditEntry;
import io.jobdeck.scheduler.registry.Registry;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who did what to what, when, from where, and how it ended: one line each to the logger {@code audit}, and one node each in
 * the registry, as many as are to be kept. Nodes are written later, by a thread of its own; no operation waits for that.
 * Values of fields are never written, as one might be a secret. Safe on any thread.
 */
public final class AuditTrail implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("audit");
    private static final int LONGEST_TEXT = 500;
    private static final String DONE = "done";

    private final Clock clock;
    private final Optional<AuditWriter> writer;

    private AuditTrail(Clock clock, Optional<AuditWriter> writer) {
        this.clock = clock;
        this.writer = writer;
    }

    /** Returns a trail that is only in the log. */
    public static AuditTrail logOnly() {
        return new AuditTrail(Clock.systemUTC(), Optional.empty());
    }

    /** Starts a trail in the log and the registry; {@code most} is how many entries are kept there, none if it is 0. */
    public static AuditTrail start(Registry registry, Clock clock, int most) {
        return new AuditTrail(clock, most == 0 ? Optional.empty() : Optional.of(AuditWriter.start(registry, most)));
    }

    /** Adds an entry, for what is refused before it becomes an operation. */
    public void add(Caller caller, String operation, String target, String result) {
        add(caller, operation, target, AuditDetails.NONE, result);
    }

    /** Adds an entry that says how it was asked for. */
    void add(Caller caller, String operation, String target, String details, String result) {
        AuditEntry entry = new AuditEntry(clock.instant(), oneLine(caller.name()), oneLine(caller.origin()),
                oneLine(operation), oneLine(target), oneLine(result), oneLine(details));
        LOG.info("who={} from={} operation={} target={} details={} result={}", Problems.quote(caller.name()),
                Problems.quote(caller.origin()), operation, Problems.quote(target), Problems.quote(details), entry.result());
        writer.ifPresent(later -> later.add(entry));
    }

    /** Does the work and adds how it ended; what the work throws is thrown on. */
    <T> T record(Caller caller, String operation, String target, String details, Supplier<T> work) {
        String result = "failed";
        try {
            T answer = work.get();
            result = DONE;
            return answer;
        } catch (OperationException e) {
            result = resultOf(e);
            throw e;
        } finally {
            add(caller, operation, target, details, result);
        }
    }

    /** Returns why it was refused; of fields only the names, since their values may be secret. */
    static String resultOf(OperationException refusal) {
        String kind = refusal.kind().name().toLowerCase(Locale.ROOT);
        String why = refusal.kind() == OperationException.Kind.INVALID
                ? refusal.problems().stream().map(FieldProblem::field).distinct().collect(Collectors.joining(", "))
                : refusal.getMessage();
        return "%s: %s".formatted(kind, why);
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]", "?");
        return line.length() <= LONGEST_TEXT ? line : line.substring(0, LONGEST_TEXT) + "...";
    }

    /** Writes what is left, for a moment at most, and ends the thread. */
    @Override
    public void close() {
        writer.ifPresent(AuditWriter::close);
    }
}
