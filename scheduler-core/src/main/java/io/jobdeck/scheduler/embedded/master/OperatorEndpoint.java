package io.jobdeck.scheduler.embedded.master;

import io.jobdeck.scheduler.embedded.http.HttpAnswer;
import io.jobdeck.scheduler.embedded.http.HttpExchange;
import io.jobdeck.scheduler.embedded.http.HttpHandler;
import io.jobdeck.scheduler.embedded.http.HttpRequest;
import io.jobdeck.scheduler.mesos.json.MesosJson;
import io.jobdeck.scheduler.mesos.json.MesosJsonException;
import java.nio.charset.StandardCharsets;
import org.apache.mesos.v1.master.Protos.Call;

/** {@code /api/v1}: the operator API, which is not offered here. Calls that are none are refused as Mesos does. */
final class OperatorEndpoint implements HttpHandler {

    private final MesosJson json = new MesosJson();

    @Override
    public void handle(HttpRequest request, HttpExchange exchange) {
        exchange.answer(isOperatorCall(request)
                ? HttpAnswer.text(501, "The embedded master has no operator API; GET /state tells what runs")
                : HttpAnswer.text(400, "Failed to validate master::Call: Expecting 'type' to be present"));
    }

    private boolean isOperatorCall(HttpRequest request) {
        try {
            return json.merge(new String(request.body(), StandardCharsets.UTF_8), Call.newBuilder()).hasType();
        } catch (MesosJsonException notACall) {
            return false;
        }
    }
}
