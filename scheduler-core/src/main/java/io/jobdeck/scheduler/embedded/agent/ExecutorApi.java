package io.jobdeck.scheduler.embedded.agent;

import com.google.protobuf.InvalidProtocolBufferException;
import io.jobdeck.executor.recordio.RecordIo;
import io.jobdeck.scheduler.embedded.http.HttpAnswer;
import io.jobdeck.scheduler.embedded.http.HttpExchange;
import io.jobdeck.scheduler.embedded.http.HttpRequest;
import io.jobdeck.scheduler.embedded.http.HttpStream;
import io.jobdeck.scheduler.mesos.json.MesosJson;
import io.jobdeck.scheduler.mesos.json.MesosJsonException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.mesos.v1.Protos.TaskStatus;
import org.apache.mesos.v1.executor.Protos.Call;
import org.apache.mesos.v1.executor.Protos.Event;

/**
 * The HTTP side of the v1 executor API: reads and checks calls, writes events, in JSON and protobuf. Errors are in Mesos'
 * words. Called on the connections' threads; hands complete calls to the event loop.
 */
final class ExecutorApi {

    private static final String JSON = "application/json";
    private static final String PROTOBUF = "application/x-protobuf";
    private static final int UUID_BYTES = 16;

    private final EventLoop loop;
    private final ExecutorSessions sessions;
    private final MesosJson json = new MesosJson();

    ExecutorApi(EventLoop loop, ExecutorSessions sessions) {
        this.loop = loop;
        this.sessions = sessions;
    }

    /** Answers a request to {@code /api/v1/executor}. */
    void handle(HttpRequest request, HttpExchange exchange) {
        try {
            Call call = read(request);
            validate(call);
            String accepted = call.getType() == Call.Type.SUBSCRIBE ? accepted(request) : JSON;
            loop.execute(() -> sessions.handle(call, new HttpCaller(exchange, accepted)));
        } catch (BadCallException e) {
            exchange.answer(HttpAnswer.text(e.status, e.getMessage()));
        }
    }

    private Call read(HttpRequest request) {
        String type = request.header("Content-Type")
                .orElseThrow(() -> new BadCallException(400, "Expecting 'Content-Type' to be present"));
        return switch (type) {
            case JSON -> readJson(new String(request.body(), StandardCharsets.UTF_8));
            case PROTOBUF -> readProtobuf(request.body());
            default -> throw new BadCallException(415, "Expecting 'Content-Type' of " + JSON + " or " + PROTOBUF);
        };
    }

    private Call readJson(String body) {
        try {
            return json.merge(body, Call.newBuilder()).build();
        } catch (MesosJsonException e) {
            String prefix = switch (e.kind()) {
                case NOT_JSON -> "Failed to parse body into JSON: ";
                case NOT_THE_MESSAGE -> "Failed to convert JSON into Call protobuf: ";
            };
            throw new BadCallException(400, prefix + e.getMessage());
        }
    }

    private static Call readProtobuf(byte[] body) {
        try {
            return Call.parseFrom(body);
        } catch (InvalidProtocolBufferException e) {
            throw new BadCallException(400, "Failed to parse body into Call protobuf");
        }
    }

    private static void validate(Call call) {
        expect(call.hasType() && call.getType() != Call.Type.UNKNOWN, "type");
        expect(call.hasExecutorId(), "executor_id");
        expect(call.hasFrameworkId(), "framework_id");
        switch (call.getType()) {
            case SUBSCRIBE -> {
                expect(call.hasSubscribe(), "subscribe");
                call.getSubscribe().getUnacknowledgedUpdatesList().forEach(update -> validate(call, update.getStatus()));
            }
            case UPDATE -> {
                expect(call.hasUpdate(), "update");
                validate(call, call.getUpdate().getStatus());
            }
            case MESSAGE -> expect(call.hasMessage(), "message");
            case HEARTBEAT, UNKNOWN -> { }
        }
    }

    private static void validate(Call call, TaskStatus status) {
        expect(status.hasUuid(), "uuid");
        if (status.getUuid().size() != UUID_BYTES) {
            throw invalid("Not a valid UUID");
        }
        if (status.getSource() != TaskStatus.Source.SOURCE_EXECUTOR) {
            throw invalid("Received Call from executor %s of framework %s with invalid source, expecting 'SOURCE_EXECUTOR'"
                    .formatted(call.getExecutorId().getValue(), call.getFrameworkId().getValue()));
        }
    }

    private static void expect(boolean present, String field) {
        if (!present) {
            throw invalid("Expecting '" + field + "' to be present");
        }
    }

    private static BadCallException invalid(String message) {
        return new BadCallException(400, "Failed to validate Executor::Call: " + message);
    }

    /** JSON is preferred whenever it is allowed, whatever the order and the weights, as a real agent does. */
    private static String accepted(HttpRequest request) {
        List<String> ranges = request.allHeaders("Accept").stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .map(range -> range.replaceFirst(";.*", "").strip())
                .toList();
        if (ranges.isEmpty() || ranges.stream().anyMatch(List.of(JSON, "*/*", "application/*")::contains)) {
            return JSON;
        }
        return Optional.of(PROTOBUF).filter(ranges::contains).orElseThrow(() -> new BadCallException(
                406, "Expecting 'Accept' to allow '" + PROTOBUF + "' or '" + JSON + "'"));
    }

    private byte[] encode(Event event, String type) {
        return type.equals(JSON) ? json.write(event).getBytes(StandardCharsets.UTF_8) : event.toByteArray();
    }

    private static final class BadCallException extends RuntimeException {

        private final int status;

        BadCallException(int status, String message) {
            super(message);
            this.status = status;
        }
    }

    private final class HttpCaller implements ExecutorSessions.Caller {

        private final HttpExchange exchange;
        private final String type;

        HttpCaller(HttpExchange exchange, String type) {
            this.exchange = exchange;
            this.type = type;
        }

        @Override
        public void answer(HttpAnswer answer) {
            exchange.answer(answer);
        }

        @Override
        public ExecutorChannel open() {
            HttpStream stream = exchange.stream(Map.of("Content-Type", type));
            ExecutorChannel channel = new StreamChannel(stream, type);
            stream.onClose(() -> loop.execute(() -> sessions.disconnected(channel)));
            return channel;
        }
    }

    private final class StreamChannel implements ExecutorChannel {

        private final HttpStream stream;
        private final String type;

        StreamChannel(HttpStream stream, String type) {
            this.stream = stream;
            this.type = type;
        }

        @Override
        public void send(Event event) {
            stream.write(RecordIo.frame(encode(event, type)));
        }

        @Override
        public void close() {
            stream.end();
        }
    }
}
