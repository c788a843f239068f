package io.jobdeck.scheduler.embedded.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds the handler of a request by path and method. A known path asked with another method is answered 405, an unknown
 * one 404, both in the words of Mesos. HEAD is answered as GET is, without the body.
 */
public final class Routes implements HttpHandler {

    private final Map<String, Map<String, HttpHandler>> exact = new LinkedHashMap<>();
    private final List<Prefix> prefixes = new ArrayList<>();

    /** Adds a handler for one path. To be called before the server starts. */
    public Routes on(String method, String path, HttpHandler handler) {
        exact.computeIfAbsent(path, any -> new LinkedHashMap<>()).put(method, handler);
        return this;
    }

    /** Adds a handler for all paths that begin with {@code prefix} and have none of their own, with any method. */
    public Routes under(String prefix, HttpHandler handler) {
        prefixes.add(new Prefix(prefix, handler));
        return this;
    }

    @Override
    public void handle(HttpRequest request, HttpExchange exchange) {
        Map<String, HttpHandler> methods = exact.get(request.path());
        if (methods != null) {
            handle(methods, request, exchange);
            return;
        }
        for (Prefix prefix : prefixes) {
            if (request.path().startsWith(prefix.path)) {
                prefix.handler.handle(request, exchange);
                return;
            }
        }
        exchange.answer(HttpAnswer.text(404, "404 Not Found."));
    }

    private static void handle(Map<String, HttpHandler> methods, HttpRequest request, HttpExchange exchange) {
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        HttpHandler handler = methods.get(method);
        if (handler == null) {
            exchange.answer(methodNotAllowed(methods, request.method()));
        } else {
            handler.handle(request, exchange);
        }
    }

    private static HttpAnswer methodNotAllowed(Map<String, HttpHandler> methods, String method) {
        String quoted = methods.keySet().stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
        String text = "405 Method Not Allowed. Expecting one of { " + quoted + " }, but received '" + method + "'.";
        return HttpAnswer.text(405, text).with("Allow", String.join(", ", methods.keySet()));
    }

    private record Prefix(String path, HttpHandler handler) { }
}
