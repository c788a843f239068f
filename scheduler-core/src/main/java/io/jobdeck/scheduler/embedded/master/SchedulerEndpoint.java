package io.jobdeck.scheduler.embedded.master;

import io.jobdeck.scheduler.embedded.http.HttpAnswer;
import io.jobdeck.scheduler.embedded.http.HttpExchange;
import io.jobdeck.scheduler.embedded.http.HttpHandler;
import io.jobdeck.scheduler.embedded.http.HttpRequest;
import io.jobdeck.scheduler.embedded.http.HttpStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.mesos.v1.scheduler.Protos.Call;

/** {@code POST /api/v1/scheduler}: reads and checks a call on the connection's thread, then hands it to the master's. */
final class SchedulerEndpoint implements HttpHandler {

    private static final String STREAM_ID = "Mesos-Stream-Id";

    private final MasterLoop loop;
    private final Frameworks frameworks;
    private final SchedulerCalls calls;
    private final CallValidator validator = new CallValidator();

    SchedulerEndpoint(MasterLoop loop, Frameworks frameworks, SchedulerCalls calls) {
        this.loop = loop;
        this.frameworks = frameworks;
        this.calls = calls;
    }

    @Override
    public void handle(HttpRequest request, HttpExchange exchange) {
        Optional<String> contentType = request.header("Content-Type");
        if (contentType.isEmpty()) {
            exchange.answer(HttpAnswer.text(400, "Expecting 'Content-Type' to be present"));
            return;
        }
        Optional<MediaType> sent = MediaType.ofContentType(contentType.get());
        if (sent.isEmpty()) {
            exchange.answer(HttpAnswer.text(415,
                    "Expecting 'Content-Type' of application/json or application/x-protobuf"));
            return;
        }
        try {
            Call call = sent.get().readCall(request.body());
            validator.validate(call);
            handle(call, request, exchange);
        } catch (BadCallException e) {
            exchange.answer(HttpAnswer.text(400, e.getMessage()));
        }
    }

    private void handle(Call call, HttpRequest request, HttpExchange exchange) {
        if (call.getType() == Call.Type.SUBSCRIBE) {
            subscribe(call, request, exchange);
        } else {
            loop.run(() -> exchange.answer(calls.handle(call, request.header(STREAM_ID))));
        }
    }

    private void subscribe(Call call, HttpRequest request, HttpExchange exchange) {
        Optional<MediaType> wanted = MediaType.accepted(request);
        if (wanted.isEmpty()) {
            exchange.answer(HttpAnswer.text(406,
                    "Expecting 'Accept' to allow 'application/x-protobuf' or 'application/json'"));
        } else if (request.header(STREAM_ID).isPresent()) {
            exchange.answer(HttpAnswer.text(400,
                    "Subscribe calls should not include the 'Mesos-Stream-Id' header"));
        } else {
            loop.run(() -> frameworks.subscribe(call.getSubscribe(), open(wanted.get(), exchange)));
        }
    }

    private static EventStream open(MediaType type, HttpExchange exchange) {
        String id = UUID.randomUUID().toString();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(STREAM_ID, id);
        headers.put("Content-Type", type.contentType());
        HttpStream stream = exchange.stream(headers);
        return new EventStream(id, type, stream);
    }
}
