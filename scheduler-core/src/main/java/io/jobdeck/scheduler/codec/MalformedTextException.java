package io.jobdeck.scheduler.codec;

import java.util.List;
import java.util.stream.Collectors;

/** A text is not what it should be. The message is one line for people. */
public final class MalformedTextException extends RuntimeException {

    private final transient List<MemberProblem> problems;

    public MalformedTextException(String message) {
        this(message, null);
    }

    public MalformedTextException(String message, Throwable cause) {
        super(message, cause);
        this.problems = List.of(new MemberProblem(MemberProblem.WHOLE, message));
    }

    public MalformedTextException(List<MemberProblem> problems) {
        super(problems.stream().map(MemberProblem::sentence).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /** Returns what is wrong, member by member; at least one. */
    public List<MemberProblem> problems() {
        return problems;
    }
}
