package io.jobdeck.scheduler.mesos.json;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.Base64;
import java.util.List;

/** Writes the fields of a message in the order of their declaration. */
final class MessageWriter {

    private final ScalarText scalars = new ScalarText();

    void append(StringBuilder text, Message message) {
        text.append('{');
        boolean first = true;
        for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
            if (isWritten(message, field)) {
                if (!first) {
                    text.append(',');
                }
                first = false;
                scalars.appendString(text, field.getName());
                text.append(':');
                appendField(text, message, field);
            }
        }
        text.append('}');
    }

    private static boolean isWritten(Message message, FieldDescriptor field) {
        if (field.isRepeated()) {
            return message.getRepeatedFieldCount(field) > 0;
        }
        return message.hasField(field) || field.hasDefaultValue() && !field.getOptions().getDeprecated();
    }

    private void appendField(StringBuilder text, Message message, FieldDescriptor field) {
        if (field.isMapField()) {
            appendMap(text, (List<?>) message.getField(field));
        } else if (field.isRepeated()) {
            appendList(text, field, (List<?>) message.getField(field));
        } else {
            appendValue(text, field, message.getField(field));
        }
    }

    private void appendList(StringBuilder text, FieldDescriptor field, List<?> values) {
        char separator = '[';
        for (Object value : values) {
            text.append(separator);
            appendValue(text, field, value);
            separator = ',';
        }
        text.append(']');
    }

    private void appendMap(StringBuilder text, List<?> entries) {
        char separator = '{';
        for (Object each : entries) {
            Message entry = (Message) each;
            FieldDescriptor key = entry.getDescriptorForType().findFieldByName("key");
            FieldDescriptor value = entry.getDescriptorForType().findFieldByName("value");
            text.append(separator);
            scalars.appendString(text, String.valueOf(entry.getField(key)));
            text.append(':');
            appendValue(text, value, entry.getField(value));
            separator = ',';
        }
        text.append('}');
    }

    private void appendValue(StringBuilder text, FieldDescriptor field, Object value) {
        switch (field.getType()) {
            case MESSAGE, GROUP -> append(text, (Message) value);
            case ENUM -> scalars.appendString(text, ((EnumValueDescriptor) value).getName());
            case STRING -> scalars.appendString(text, (String) value);
            case BYTES -> text.append('"')
                    .append(Base64.getEncoder().encodeToString(((ByteString) value).toByteArray()))
                    .append('"');
            case DOUBLE, FLOAT -> scalars.appendDouble(text, Double.parseDouble(value.toString()));
            case UINT64, FIXED64 -> text.append(Long.toUnsignedString((Long) value));
            case UINT32, FIXED32 -> text.append(Integer.toUnsignedString((Integer) value));
            default -> text.append(value);
        }
    }
}
