package io.jobdeck.executor.internal.mesos;

import com.google.gson.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The v1 executor API over HTTP/1.1 in JSON. A subscription and the calls use different connections, as Mesos demands. */
public final class HttpAgentTransport implements AgentTransport {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(15);
    private static final int READABLE_LENGTH = 500;
    private static final int HTTP_OK = 200;

    private final URI endpoint;
    private final ExecutorService threads;
    private final HttpClient client;

    /** @param endpoint the agent's executor API */
    public HttpAgentTransport(URI endpoint) {
        this.endpoint = endpoint;
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "jobdeck-agent-http-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .executor(threads)
                .build();
    }

    @Override
    public void subscribe(JsonObject call, EventStream stream) {
        BodyHandler<Answer> handler = info -> info.statusCode() == HTTP_OK
                ? new EventStreamSubscriber(stream)
                : answerBody(info.statusCode());
        client.sendAsync(request(call), handler).whenComplete((response, failure) -> {
            if (failure != null) {
                stream.ended("the connection broke (" + reason(failure) + ")");
            } else if (response.statusCode() == HTTP_OK) {
                stream.ended("the agent closed the connection");
            } else {
                stream.refused(response.body());
            }
        });
    }

    @Override
    public CompletableFuture<Answer> call(JsonObject call) {
        return client.sendAsync(request(call), info -> answerBody(info.statusCode())).thenApply(HttpResponse::body);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private HttpRequest request(JsonObject call) {
        return HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .timeout(ANSWER_TIMEOUT)
                .POST(HttpRequest.BodyPublishers.ofString(call.toString()))
                .build();
    }

    private static HttpResponse.BodySubscriber<Answer> answerBody(int status) {
        return BodySubscribers.mapping(BodySubscribers.ofString(StandardCharsets.UTF_8), text -> new Answer(
                status, text.substring(0, Math.min(text.length(), READABLE_LENGTH)).strip()));
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
