package io.jobdeck.scheduler.codec;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes a {@link Reading} out of a text and a way to read members. */
public final class ConfigReading {

    private ConfigReading() {
    }

    /** Returns what {@code read} makes of the members of the JSON object in the text, with all that is wrong. */
    public static <T> Reading<T> of(String text, Function<Members, T> read) {
        Members members;
        try {
            members = new Members(JsonText.object(text));
        } catch (MalformedTextException e) {
            return new Reading<>(Optional.empty(), e.problems());
        }
        T value = read.apply(members);
        return new Reading<>(Optional.of(value), List.copyOf(members.problems()));
    }
}
