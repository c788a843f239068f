package io.jobdeck.scheduler.embedded.http;

/** Answers the requests of a route. */
@FunctionalInterface
public interface HttpHandler {

    /**
     * Answers a request through its exchange, now or later and from any thread. Called on the connection's thread, so it
     * must not block. An exception is logged and answered with 500.
     */
    void handle(HttpRequest request, HttpExchange exchange);
}
