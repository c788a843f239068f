package io.jobdeck.scheduler.codec;

import com.google.gson.JsonObject;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The text form of something only schedulers write; members it does not know are skipped. */
final class RecordCodec<T> implements Codec<T> {

    private final BiConsumer<JsonObject, T> write;
    private final Function<Members, T> read;

    RecordCodec(BiConsumer<JsonObject, T> write, Function<Members, T> read) {
        this.write = write;
        this.read = read;
    }

    @Override
    public String write(T value) {
        JsonObject object = new JsonObject();
        write.accept(object, value);
        return JsonText.write(object);
    }

    @Override
    public T read(String text) {
        return ConfigReading.of(text, read).orThrow();
    }
}
