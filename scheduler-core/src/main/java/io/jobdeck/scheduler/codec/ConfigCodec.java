package io.jobdeck.scheduler.codec;

/**
 * The text form of something people write by hand, so that all its faults are told at once.
 *
 * @param <T> the value
 */
public interface ConfigCodec<T> extends Codec<T> {

    /** Reads as much as can be read and says what is wrong with the rest; never throws for what the text holds. */
    Reading<T> examine(String text);

    @Override
    default T read(String text) {
        return examine(text).orThrow();
    }
}
