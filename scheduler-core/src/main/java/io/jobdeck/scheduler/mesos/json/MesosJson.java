package io.jobdeck.scheduler.mesos.json;

import com.google.gson.JsonObject;
import com.google.protobuf.Message;

/**
 * Converts protobuf messages to and from JSON by their descriptors, as Apache Mesos 1.11 does at its HTTP endpoints.
 *
 * <p>Names are those of the .proto files, members come in the order of declaration, enums are names, bytes base64, and
 * 64-bit integers plain numbers. Unset fields with an explicit default are written unless they are deprecated. Reading
 * ignores unknown members and unknown enum names, takes null for unset, and refuses any other wrong type.
 *
 * <p>Stateless, so an instance may be shared by threads.
 */
public final class MesosJson {

    private final MessageWriter writer = new MessageWriter();
    private final MessageReader reader = new MessageReader();

    /** Returns the JSON form of {@code message}, without white space. */
    public String write(Message message) {
        StringBuilder text = new StringBuilder(256);
        writer.append(text, message);
        return text.toString();
    }

    /**
     * Sets in {@code builder} all that the text names.
     *
     * @return {@code builder}
     * @throws MesosJsonException if the text is not JSON, a member has a wrong type, or a required field is then missing
     */
    public <B extends Message.Builder> B merge(String json, B builder) {
        JsonObject object = reader.parse(json);
        reader.merge(object, builder);
        if (!builder.isInitialized()) {
            throw new MesosJsonException(MesosJsonException.Kind.NOT_THE_MESSAGE,
                    "Missing required fields: " + String.join(", ", builder.findInitializationErrors()));
        }
        return builder;
    }
}
