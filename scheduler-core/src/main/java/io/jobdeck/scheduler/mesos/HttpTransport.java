package io.jobdeck.scheduler.mesos;

import io.jobdeck.scheduler.threads.NamedThreads;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.mesos.v1.scheduler.Protos.Call;

/** Sends calls as HTTP requests. One for each driver; its threads end with {@link #close()}. */
final class HttpTransport implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final int THREADS = 2;

    private final DriverSettings settings;
    private final ExecutorService executor;
    private final HttpClient client;

    HttpTransport(DriverSettings settings, String threadName) {
        this.settings = settings;
        this.executor = Executors.newFixedThreadPool(THREADS, new NamedThreads(threadName));
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(CONNECT_TIMEOUT)
                .executor(executor)
                .build();
    }

    DriverSettings settings() {
        return settings;
    }

    /** Sends SUBSCRIBE. The answer's head and body have no time limit here. */
    <T> CompletableFuture<HttpResponse<T>> subscribe(URI endpoint, Call call, BodyHandler<T> handler) {
        return client.sendAsync(post(endpoint, call).build(), handler);
    }

    /** Sends any other call; fails if it is not answered in time. */
    CompletableFuture<HttpResponse<String>> send(URI endpoint, Call call, String streamId) {
        HttpRequest request = post(endpoint, call)
                .header("Mesos-Stream-Id", streamId)
                .timeout(settings.answerTimeout())
                .build();
        return client.sendAsync(request, info -> new BoundedText());
    }

    private HttpRequest.Builder post(URI endpoint, Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", settings.format().mediaType())
                .header("Accept", settings.format().mediaType())
                .POST(BodyPublishers.ofByteArray(settings.format().encode(call)));
        Optional<Credentials> credentials = settings.credentials();
        credentials.ifPresent(known -> request.header("Authorization", known.authorization()));
        return request;
    }

    @Override
    public void close() {
        executor.shutdown();
    }
}
