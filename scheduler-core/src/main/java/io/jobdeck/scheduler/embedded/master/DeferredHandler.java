package io.jobdeck.scheduler.embedded.master;

import io.jobdeck.scheduler.embedded.http.HttpAnswer;
import io.jobdeck.scheduler.embedded.http.HttpExchange;
import io.jobdeck.scheduler.embedded.http.HttpHandler;
import io.jobdeck.scheduler.embedded.http.HttpRequest;

/** Stands in until the handler is there, which cannot be made before the server's port is known. */
final class DeferredHandler implements HttpHandler {

    private volatile HttpHandler handler = (request, exchange) ->
            exchange.answer(HttpAnswer.text(503, "503 Service Unavailable."));

    void set(HttpHandler ready) {
        handler = ready;
    }

    @Override
    public void handle(HttpRequest request, HttpExchange exchange) {
        handler.handle(request, exchange);
    }
}
