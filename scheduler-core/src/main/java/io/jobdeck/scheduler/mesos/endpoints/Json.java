package io.jobdeck.scheduler.mesos.endpoints;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.function.Consumer;

/** Reads long JSON texts piece by piece, so that what nobody asked for takes no memory. */
final class Json {

    private static final long NANOS = 1_000_000_000L;

    private Json() {
    }

    /** Reads of a value what it wants, all of the value or nothing. */
    interface Part<T> {

        T read(JsonReader json) throws IOException;
    }

    /** Takes a member of an object; the value must be read or skipped. */
    interface Member {

        void read(String name, JsonReader json) throws IOException;
    }

    /** Reads a whole text. */
    static <T> T read(byte[] text, Charset charset, Part<T> part) throws EndpointException {
        try (JsonReader json = new JsonReader(new InputStreamReader(new ByteArrayInputStream(text), charset))) {
            T value = part.read(json);
            if (json.peek() != JsonToken.END_DOCUMENT) {
                throw new MalformedJsonException("more text follows");
            }
            return value;
        } catch (IOException | UncheckedIOException | IllegalStateException | NumberFormatException e) {
            throw new EndpointException(EndpointException.Kind.ODD, "its answer is not what Mesos answers", e);
        }
    }

    /** Reads an object; a value of another kind is skipped. */
    static void object(JsonReader json, Member member) throws IOException {
        if (json.peek() != JsonToken.BEGIN_OBJECT) {
            json.skipValue();
            return;
        }
        json.beginObject();
        while (json.hasNext()) {
            member.read(json.nextName(), json);
        }
        json.endObject();
    }

    /** Reads each element of an array; a value of another kind is skipped. */
    static <T> void array(JsonReader json, Part<T> element, Consumer<T> found) throws IOException {
        if (json.peek() != JsonToken.BEGIN_ARRAY) {
            json.skipValue();
            return;
        }
        json.beginArray();
        while (json.hasNext()) {
            found.accept(element.read(json));
        }
        json.endArray();
    }

    /** Returns a text, or a number or a truth value as a text; empty for anything else. */
    static String text(JsonReader json) throws IOException {
        return switch (json.peek()) {
            case STRING -> json.nextString();
            case NUMBER -> new BigDecimal(json.nextString()).stripTrailingZeros().toPlainString();
            case BOOLEAN -> Boolean.toString(json.nextBoolean());
            default -> {
                json.skipValue();
                yield "";
            }
        };
    }

    /** Returns a number, 0 for anything else. */
    static double number(JsonReader json) throws IOException {
        if (json.peek() == JsonToken.NUMBER) {
            return json.nextDouble();
        }
        json.skipValue();
        return 0;
    }

    static boolean flag(JsonReader json) throws IOException {
        if (json.peek() == JsonToken.BOOLEAN) {
            return json.nextBoolean();
        }
        json.skipValue();
        return false;
    }

    /** Returns the member {@code value} of an object, as ids have it. */
    static String id(JsonReader json) throws IOException {
        String[] id = {""};
        object(json, (name, value) -> {
            if (name.equals("value")) {
                id[0] = text(value);
            } else {
                value.skipValue();
            }
        });
        return id[0];
    }

    /** Returns the time that so many seconds after 1970 were. */
    static Instant instant(double seconds) {
        long whole = (long) Math.floor(seconds);
        return Instant.ofEpochSecond(whole, (long) ((seconds - whole) * NANOS));
    }
}
