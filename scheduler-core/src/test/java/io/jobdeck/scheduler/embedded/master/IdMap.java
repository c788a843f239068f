package io.jobdeck.scheduler.embedded.master;

import com.google.protobuf.Message;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which recorded id stands for which one of now. */
final class IdMap {

    private final Map<String, String> ids = new LinkedHashMap<>();

    void put(String recorded, String live) {
        ids.put(recorded, live);
    }

    /** Returns a text with all recorded ids replaced; an id that continues with a digit is another one. */
    String toLive(String text) {
        String mapped = text;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            mapped = mapped.replaceAll("(?<![\\w-])" + Pattern.quote(id.getKey()) + "(?![\\w-])",
                    Matcher.quoteReplacement(id.getValue()));
        }
        return mapped;
    }

    /** Returns a message with the ids in all its texts replaced. */
    @SuppressWarnings("unchecked")
    <M extends Message> M toLive(M message) {
        Message.Builder builder = message.toBuilder();
        message.getAllFields().forEach((field, value) -> {
            if (field.isRepeated()) {
                builder.setField(field, ((List<Object>) value).stream().map(this::valueToLive).toList());
            } else {
                builder.setField(field, valueToLive(value));
            }
        });
        return (M) builder.build();
    }

    private Object valueToLive(Object value) {
        if (value instanceof Message message) {
            return toLive(message);
        }
        return value instanceof String text ? toLive(text) : value;
    }

    /** Replaces in bytes that are no message, where only ids of the same length can be. */
    byte[] toLive(byte[] bytes) {
        String mapped = new String(bytes, StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, String> id : ids.entrySet()) {
            if (id.getKey().length() == id.getValue().length()) {
                mapped = mapped.replace(id.getKey(), id.getValue());
            }
        }
        return mapped.getBytes(StandardCharsets.ISO_8859_1);
    }
}
