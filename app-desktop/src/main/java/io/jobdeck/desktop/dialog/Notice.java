package io.jobdeck.desktop.dialog;

import java.util.Objects;
import java.util.Optional;

/**
 * A short message in the corner of the window.
 *
 * @param kind what it tells; a failure stays until it is closed, the others go by themselves
 * @param text one line
 * @param detail more to know, shown when asked for; often empty
 * @param offer what can be done about it as long as it stands
 */
public record Notice(Kind kind, String text, String detail, Optional<Offer> offer) {

    /** What a notice tells. */
    public enum Kind {
        SUCCESS,
        /** Something happened that no person at this console did. */
        EVENT,
        FAILURE
    }

    /**
     * Something that can be done.
     *
     * @param verb what its button is called
     * @param action does it; on the interface thread
     */
    public record Offer(String verb, Runnable action) {

        public Offer {
            Objects.requireNonNull(verb, "verb");
            Objects.requireNonNull(action, "action");
        }
    }

    public Notice {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(offer, "offer");
    }

    public static Notice success(String text) {
        return new Notice(Kind.SUCCESS, text, "", Optional.empty());
    }

    public static Notice failure(String text) {
        return new Notice(Kind.FAILURE, text, "", Optional.empty());
    }

    /** Returns the same with something that can be done about it. */
    public Notice with(String verb, Runnable action) {
        return new Notice(kind, text, detail, Optional.of(new Offer(verb, action)));
    }

    /** Returns the same with more to know. */
    public Notice withDetail(String more) {
        return new Notice(kind, text, more, offer);
    }
}
