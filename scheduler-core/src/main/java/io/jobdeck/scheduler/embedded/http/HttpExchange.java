package io.jobdeck.scheduler.embedded.http;

import java.util.Map;

/** The answering side of one request. Exactly one of its methods is to be called, once, from any thread. */
public interface HttpExchange {

    /**
     * Sends a complete answer.
     *
     * @throws IllegalStateException if the request has been answered already
     */
    void answer(HttpAnswer answer);

    /**
     * Begins an answer 200 whose body is sent in pieces, each as one HTTP chunk. Date and Transfer-Encoding are added to
     * the headers.
     *
     * @throws IllegalStateException if the request has been answered already
     */
    HttpStream stream(Map<String, String> headers);
}
