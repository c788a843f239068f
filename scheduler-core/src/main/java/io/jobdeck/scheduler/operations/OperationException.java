package io.jobdeck.scheduler.operations;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** An operation was refused or could not be done. The message is one line for people and says what to do about it. */
public final class OperationException extends RuntimeException {

    /** The kind of refusal. */
    public enum Kind {
        /** What was sent is not valid; see {@link #problems()}. */
        INVALID,
        NOT_FOUND,
        /** It exists already, or its state forbids the operation. */
        CONFLICT,
        /** It was made from a state that has changed since; see {@link #changes()}. */
        STALE,
        /** The same was asked for a moment ago. */
        TOO_SOON,
        /** Who asks is not known to the scheduler. */
        UNAUTHENTICATED,
        /** Who asks may not do this. */
        FORBIDDEN,
        /** The registry or the leader cannot be reached; nobody knows whether it happened. */
        UNAVAILABLE
    }

    private final Kind kind;
    private final transient List<FieldProblem> problems;
    private final transient List<FieldChange> changes;

    private OperationException(Kind kind, String message, List<FieldProblem> problems, List<FieldChange> changes,
            Throwable cause) {
        super(message, cause);
        this.kind = Objects.requireNonNull(kind, "kind");
        this.problems = List.copyOf(problems);
        this.changes = List.copyOf(changes);
    }

    /** Refuses what has these problems, of which there is at least one. */
    public static OperationException invalid(List<FieldProblem> problems) {
        String message = problems.stream().map(FieldProblem::sentence).collect(Collectors.joining("; "));
        return new OperationException(Kind.INVALID, message, problems, List.of(), null);
    }

    /** Refuses to work on what is not registered. */
    public static OperationException notFound(String message) {
        return new OperationException(Kind.NOT_FOUND, message, List.of(), List.of(), null);
    }

    /** Refuses what exists already, or what the present state forbids. */
    public static OperationException conflict(String message) {
        return new OperationException(Kind.CONFLICT, message, List.of(), List.of(), null);
    }

    /** Refuses an update that was made from an older state; {@code changes} tells what others changed meanwhile. */
    public static OperationException stale(String message, List<FieldChange> changes) {
        return new OperationException(Kind.STALE, message, List.of(), changes, null);
    }

    /** Refuses what was asked for a moment ago. */
    public static OperationException tooSoon(String message) {
        return new OperationException(Kind.TOO_SOON, message, List.of(), List.of(), null);
    }

    /** Refuses to listen to somebody unknown. */
    public static OperationException unauthenticated(String message) {
        return new OperationException(Kind.UNAUTHENTICATED, message, List.of(), List.of(), null);
    }

    /** Refuses what the caller may not do. */
    public static OperationException forbidden(String message) {
        return new OperationException(Kind.FORBIDDEN, message, List.of(), List.of(), null);
    }

    /** Tells that the registry or the leader cannot be reached; the message says what is known of the outcome. */
    public static OperationException unavailable(String message, Throwable cause) {
        return new OperationException(Kind.UNAVAILABLE, message, List.of(), List.of(), cause);
    }

    /** Returns the kind of refusal, by which REST chooses the status. */
    public Kind kind() {
        return kind;
    }

    /** Returns what others changed; empty unless the kind is {@link Kind#STALE}. */
    public List<FieldChange> changes() {
        return changes;
    }

    /** Returns what is wrong with each field; empty unless the kind is {@link Kind#INVALID}. */
    public List<FieldProblem> problems() {
        return problems;
    }
}
