package io.jobdeck.scheduler.embedded.master;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.jobdeck.scheduler.embedded.http.HttpRequest;
import io.jobdeck.scheduler.mesos.json.MesosJson;
import io.jobdeck.scheduler.mesos.json.MesosJsonException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.mesos.v1.scheduler.Protos.Call;

/** The two forms in which calls and events travel. */
enum MediaType {

    JSON("application/json") {
        @Override
        byte[] write(Message message) {
            return MESOS_JSON.write(message).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        Call readCall(byte[] body) throws BadCallException {
            try {
                return MESOS_JSON.merge(new String(body, StandardCharsets.UTF_8), Call.newBuilder()).build();
            } catch (MesosJsonException e) {
                throw new BadCallException(switch (e.kind()) {
                    case NOT_JSON -> "Failed to parse body into JSON: " + e.getMessage();
                    case NOT_THE_MESSAGE -> "Failed to convert JSON into Call protobuf: " + e.getMessage();
                }, e);
            }
        }
    },

    PROTOBUF("application/x-protobuf") {
        @Override
        byte[] write(Message message) {
            return message.toByteArray();
        }

        @Override
        Call readCall(byte[] body) throws BadCallException {
            try {
                return Call.parseFrom(body);
            } catch (InvalidProtocolBufferException e) {
                throw new BadCallException("Failed to parse body into Call protobuf", e);
            }
        }
    };

    private static final MesosJson MESOS_JSON = new MesosJson();

    private final String contentType;

    MediaType(String contentType) {
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }

    abstract byte[] write(Message message);

    abstract Call readCall(byte[] body) throws BadCallException;

    /** A Content-Type must be exactly one of the two; parameters such as a charset are not understood. */
    static Optional<MediaType> ofContentType(String value) {
        return List.of(values()).stream().filter(type -> type.contentType.equals(value)).findFirst();
    }

    /** JSON whenever it is allowed, whatever the order and weights, as Mesos chooses. */
    static Optional<MediaType> accepted(HttpRequest request) {
        List<String> accept = request.allHeaders("Accept");
        return accept.isEmpty() ? Optional.of(JSON)
                : List.of(values()).stream().filter(type -> type.isIn(accept)).findFirst();
    }

    private boolean isIn(List<String> accept) {
        return accept.stream()
                .flatMap(line -> List.of(line.split(",")).stream())
                .map(element -> element.replace(" ", "").toLowerCase(Locale.ROOT))
                .filter(element -> !element.matches(".*;q=0(\\.0*)?"))
                .map(element -> element.replaceFirst(";.*", ""))
                .anyMatch(range -> range.equals(contentType) || range.equals("application/*") || range.equals("*/*"));
    }
}
