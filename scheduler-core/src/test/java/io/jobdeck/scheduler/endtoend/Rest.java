package io.jobdeck.scheduler.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Calls the scheduler as a script with curl does. */
final class Rest {

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;

    Rest(String address) {
        this.address = address;
    }

    /** Makes a call that must succeed, and returns the body. */
    String call(String method, String path, String body) {
        HttpResponse<String> answer = answer(method, path, body);
        assertThat(answer.statusCode()).as("%s %s: %s", method, path, answer.body()).isIn(200, 204);
        return answer.body();
    }

    String get(String path) {
        return call("GET", path, "");
    }

    HttpResponse<String> answer(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + address + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
