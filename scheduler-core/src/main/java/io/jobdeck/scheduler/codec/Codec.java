package io.jobdeck.scheduler.codec;

/**
 * The text form of one kind of value.
 *
 * @param <T> the value
 */
public interface Codec<T> {

    /** Returns the text that is stored. */
    String write(T value);

    /**
     * Reads what was stored.
     *
     * @throws MalformedTextException if the text is not such a value; the message names the member and what is wrong
     */
    T read(String text);
}
