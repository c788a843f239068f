package io.jobdeck.scheduler.embedded.http;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.Optional;

/**
 * A complete request.
 *
 * @param method method, in upper case as it was sent
 * @param path decoded path, without the query and without a trailing slash
 * @param query what followed the question mark, undecoded; empty if nothing did
 * @param headers headers, whose names are compared without regard to case
 * @param body body, never null
 */
public record HttpRequest(String method, String path, String query, HttpHeaders headers, byte[] body) {

    /** Returns the first value of a header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Returns all values of a header, in order. */
    public List<String> allHeaders(String name) {
        return headers.getAll(name);
    }
}
