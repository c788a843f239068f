package io.jobdeck.scheduler.mesos.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads JSON into a message: lenient about what it does not know, strict about the types of what it knows. */
final class MessageReader {

    private static final int DEEPEST_NESTING = 200;
    private static final Pattern GSON_POSITION = Pattern.compile("at line (\\d+) column (\\d+)");
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    /** Returns the JSON object that the text is. */
    JsonObject parse(String json) {
        JsonElement root = parseAny(json);
        if (!root.isJsonObject()) {
            throw new MesosJsonException(MesosJsonException.Kind.NOT_JSON, "Expecting a JSON object");
        }
        return root.getAsJsonObject();
    }

    private static JsonElement parseAny(String json) {
        try (JsonReader reader = new JsonReader(new StringReader(json))) {
            reader.setStrictness(Strictness.STRICT);
            reader.setNestingLimit(DEEPEST_NESTING);
            // Gson takes an empty text for null, which is not JSON.
            reader.peek();
            JsonElement root = JsonParser.parseReader(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw notJson(json, null);
            }
            return root;
        } catch (IOException | JsonParseException e) {
            throw notJson(json, e);
        }
    }

    private static MesosJsonException notJson(String json, Exception cause) {
        String where = Optional.ofNullable(cause).map(Exception::getMessage).orElse("");
        Matcher position = GSON_POSITION.matcher(where);
        String near = "";
        int line = 1;
        if (position.find()) {
            line = Integer.parseInt(position.group(1));
            int column = Integer.parseInt(position.group(2));
            near = json.lines().skip(line - 1L).findFirst().map(text -> restOf(text, column)).orElse("");
        }
        return new MesosJsonException(
                MesosJsonException.Kind.NOT_JSON, "syntax error at line %d near: %s".formatted(line, near), cause);
    }

    private static String restOf(String line, int column) {
        return line.substring(Math.min(line.length(), Math.max(0, column - 1)));
    }

    void merge(JsonObject object, Message.Builder builder) {
        for (Map.Entry<String, JsonElement> member : object.entrySet()) {
            FieldDescriptor field = builder.getDescriptorForType().findFieldByName(member.getKey());
            if (field != null) {
                mergeField(member.getValue(), field, builder);
            }
        }
    }

    private void mergeField(JsonElement value, FieldDescriptor field, Message.Builder builder) {
        if (value.isJsonNull()) {
            return;
        }
        if (field.isMapField() && value.isJsonObject()) {
            mergeMap(value.getAsJsonObject(), field, builder);
        } else if (value.isJsonArray()) {
            mergeList(value.getAsJsonArray(), field, builder);
        } else {
            convert(value, field, builder).ifPresent(converted -> set(builder, field, converted));
        }
    }

    private void mergeList(JsonArray array, FieldDescriptor field, Message.Builder builder) {
        if (!field.isRepeated()) {
            throw unexpected("array", field);
        }
        for (JsonElement element : array) {
            mergeField(element, field, builder);
        }
    }

    private void mergeMap(JsonObject object, FieldDescriptor field, Message.Builder builder) {
        for (Map.Entry<String, JsonElement> member : object.entrySet()) {
            Message.Builder entry = builder.newBuilderForField(field);
            mergeField(new JsonPrimitive(member.getKey()), entry.getDescriptorForType().findFieldByName("key"), entry);
            mergeField(member.getValue(), entry.getDescriptorForType().findFieldByName("value"), entry);
            builder.addRepeatedField(field, entry.buildPartial());
        }
    }

    private static void set(Message.Builder builder, FieldDescriptor field, Object value) {
        if (field.isRepeated()) {
            builder.addRepeatedField(field, value);
        } else {
            builder.setField(field, value);
        }
    }

    /** Empty for an enum name this version does not know, which counts as unset. */
    private Optional<Object> convert(JsonElement value, FieldDescriptor field, Message.Builder parent) {
        if (value.isJsonObject()) {
            return Optional.of(message(value.getAsJsonObject(), field, parent));
        }
        JsonPrimitive primitive = value.getAsJsonPrimitive();
        if (primitive.isBoolean()) {
            return Optional.of(bool(primitive.getAsBoolean(), field));
        }
        if (primitive.isNumber()) {
            return Optional.of(number(primitive.getAsString(), "number", field));
        }
        return string(primitive.getAsString(), field);
    }

    private Message message(JsonObject object, FieldDescriptor field, Message.Builder parent) {
        if (field.getJavaType() != FieldDescriptor.JavaType.MESSAGE) {
            throw unexpected("object", field);
        }
        Message.Builder child = parent.newBuilderForField(field);
        merge(object, child);
        return child.buildPartial();
    }

    private static Boolean bool(boolean value, FieldDescriptor field) {
        if (field.getJavaType() != FieldDescriptor.JavaType.BOOLEAN) {
            throw unexpected("boolean", field);
        }
        return value;
    }

    private static Optional<Object> string(String value, FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case STRING -> Optional.of(value);
            case BYTE_STRING -> Optional.of(bytes(value, field));
            case ENUM -> enumValue(value, field);
            case BOOLEAN -> Optional.of(quotedBool(value, field));
            case MESSAGE -> throw unexpected("string", field);
            default -> Optional.of(number(value, "string", field));
        };
    }

    private static Optional<Object> enumValue(String name, FieldDescriptor field) {
        EnumValueDescriptor value = field.getEnumType().findValueByName(name);
        if (value == null && field.isRequired()) {
            throw wrong("Failed to find enum for '%s'".formatted(name));
        }
        return Optional.ofNullable(value);
    }

    private static Boolean quotedBool(String value, FieldDescriptor field) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(
                    "Failed to parse '%s' as a JSON boolean for field '%s'".formatted(value, field.getName()));
        };
    }

    private static ByteString bytes(String text, FieldDescriptor field) {
        int end = text.indexOf('=') < 0 ? text.length() : text.indexOf('=');
        String digits = text.substring(0, end);
        for (int i = 0; i < digits.length(); i++) {
            if (BASE64.indexOf(digits.charAt(i)) < 0) {
                throw wrong("Failed to base64 decode bytes field '%s': Invalid character '%s'"
                        .formatted(field.getName(), digits.charAt(i)));
            }
        }
        try {
            return ByteString.copyFrom(Base64.getDecoder().decode(digits));
        } catch (IllegalArgumentException e) {
            throw new MesosJsonException(MesosJsonException.Kind.NOT_THE_MESSAGE,
                    "Failed to base64 decode bytes field '%s': Truncated".formatted(field.getName()), e);
        }
    }

    private static Object number(String digits, String jsonType, FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case DOUBLE -> real(digits, field);
            case FLOAT -> (float) real(digits, field);
            case LONG, INT -> integer(digits, field);
            default -> throw unexpected(jsonType, field);
        };
    }

    private static double real(String digits, FieldDescriptor field) {
        return switch (digits) {
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> decimal(digits, field).doubleValue();
        };
    }

    /** The range is checked before the number is expanded, since 1e999999999 has more digits than there is memory. */
    private static Number integer(String digits, FieldDescriptor field) {
        BigDecimal value = decimal(digits, field);
        IntegerRange range = IntegerRange.of(field.getType());
        if (!range.contains(value)) {
            throw wrong("Number '%s' is out of range for field '%s'".formatted(digits, field.getName()));
        }
        return range.boxed(value);
    }

    private static BigDecimal decimal(String digits, FieldDescriptor field) {
        try {
            return new BigDecimal(digits);
        } catch (NumberFormatException e) {
            throw new MesosJsonException(MesosJsonException.Kind.NOT_THE_MESSAGE,
                    "Failed to parse '%s' as a JSON number for field '%s'".formatted(digits, field.getName()), e);
        }
    }

    private static MesosJsonException unexpected(String jsonType, FieldDescriptor field) {
        return wrong("Not expecting a JSON %s for field '%s'".formatted(jsonType, field.getName()));
    }

    private static MesosJsonException wrong(String message) {
        return new MesosJsonException(MesosJsonException.Kind.NOT_THE_MESSAGE, message);
    }
}
