package io.jobdeck.scheduler.codec;

import java.util.Objects;

/**
 * What is wrong with one member of a JSON object.
 *
 * @param member name of the member, or {@link #WHOLE}
 * @param message what is wrong, one sentence without the member's name at its beginning
 */
public record MemberProblem(String member, String message) {

    /** Stands for the text as a whole: it is no JSON, or no object. */
    public static final String WHOLE = "";

    public MemberProblem {
        Objects.requireNonNull(member, "member");
        Objects.requireNonNull(message, "message");
    }

    /** Returns member and problem in one line. */
    public String sentence() {
        return member.isEmpty() ? message : member + ": " + message;
    }
}
