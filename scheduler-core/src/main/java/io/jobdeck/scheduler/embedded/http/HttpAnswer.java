package io.jobdeck.scheduler.embedded.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer with a body of known length. The server adds Date and Content-Length and nothing else.
 *
 * @param status HTTP status code
 * @param headers headers in the order in which they are sent
 * @param body body, empty if there is none
 */
public record HttpAnswer(int status, Map<String, String> headers, byte[] body) {

    private static final byte[] NOTHING = new byte[0];

    /** Returns an answer without a body. */
    public static HttpAnswer empty(int status) {
        return new HttpAnswer(status, Map.of(), NOTHING);
    }

    /** Returns an answer that is plain text, as Mesos words its errors. */
    public static HttpAnswer text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns an answer that is a JSON text. */
    public static HttpAnswer json(int status, String json) {
        return of(status, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns an answer of any type. */
    public static HttpAnswer of(int status, String contentType, byte[] body) {
        return new HttpAnswer(status, Map.of("Content-Type", contentType), body);
    }

    /** Returns this answer with one more header, sent before the others. */
    public HttpAnswer with(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(name, value);
        all.putAll(headers);
        return new HttpAnswer(status, all, body);
    }
}
