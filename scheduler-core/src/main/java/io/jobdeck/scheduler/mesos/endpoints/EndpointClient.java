package io.jobdeck.scheduler.mesos.endpoints;

import io.jobdeck.scheduler.mesos.Credentials;
import io.jobdeck.scheduler.mesos.Failures;
import io.jobdeck.scheduler.net.BoundedBytes;
import io.jobdeck.scheduler.net.StallGuard;
import io.jobdeck.scheduler.threads.NamedThreads;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks with GET, waits for answers for a bounded time, and takes no more of them than it is told. Redirects are the
 * caller's to follow. Safe on any thread; blocks.
 */
public final class EndpointClient implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final int LONGEST_REASON = 300;
    private static final int LONGEST_REFUSAL = 64 * 1024;
    private static final int OK = 200;
    private static final int REDIRECT = 307;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final Optional<Credentials> credentials;
    private final Duration answerTimeout;
    private final ExecutorService threads = Executors.newCachedThreadPool(new NamedThreads("mesos-endpoints"));
    private final ScheduledExecutorService watchdog =
            Executors.newSingleThreadScheduledExecutor(new NamedThreads("mesos-endpoints-watchdog"));
    private final HttpClient client;

    /**
     * @param credentials shown to master and agents, if they want them
     * @param answerTimeout longest wait for a whole answer, and for the next piece of a stream
     */
    public EndpointClient(Optional<Credentials> credentials, Duration answerTimeout) {
        this.credentials = credentials;
        this.answerTimeout = answerTimeout;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(CONNECT_TIMEOUT)
                .executor(threads)
                .build();
    }

    /**
     * An answer.
     *
     * @param redirect where it sends the caller instead; the body is empty then
     * @param body what it says
     */
    record Answer(Optional<String> redirect, byte[] body) { }

    /**
     * Asks for a whole answer.
     *
     * @param mostBytes how long it may be
     * @throws EndpointException if there is none, or it is a refusal
     */
    Answer get(URI uri, int mostBytes) throws EndpointException {
        HttpResponse<byte[]> response = await(uri, info -> new BoundedBytes(mostBytes));
        if (response.statusCode() == REDIRECT) {
            return new Answer(response.headers().firstValue("Location"), new byte[0]);
        }
        demandOk(response.statusCode(), response.body());
        return new Answer(Optional.empty(), response.body());
    }

    /**
     * A long answer.
     *
     * @param headers its headers
     * @param bytes read with a limit on how long nothing may come; to be closed
     */
    record Stream(HttpHeaders headers, InputStream bytes) { }

    /**
     * Asks for an answer that is too long to be kept.
     *
     * @throws EndpointException if there is none, or it is a refusal
     */
    Stream stream(URI uri) throws EndpointException {
        HttpResponse<InputStream> response = await(uri, info -> info.statusCode() == OK
                ? BodySubscribers.ofInputStream()
                : BodySubscribers.mapping(new BoundedBytes(LONGEST_REFUSAL), ByteArrayInputStream::new));
        if (response.statusCode() != OK) {
            demandOk(response.statusCode(), reason(response.body()));
        }
        return new Stream(response.headers(), new StallGuard(response.body(), watchdog, answerTimeout));
    }

    private static byte[] reason(InputStream body) throws EndpointException {
        try (body) {
            return body.readAllBytes();
        } catch (IOException e) {
            throw new EndpointException(EndpointException.Kind.AWAY, Failures.inWords(e), e);
        }
    }

    private <T> HttpResponse<T> await(URI uri, BodyHandler<T> handler) throws EndpointException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(answerTimeout).header("Accept", "application/json");
        credentials.ifPresent(known -> request.header("Authorization", known.authorization()));
        CompletableFuture<HttpResponse<T>> answer = client.sendAsync(request.GET().build(), handler);
        try {
            return answer.get(answerTimeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new EndpointException(EndpointException.Kind.AWAY, "no answer in time", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new EndpointException(EndpointException.Kind.AWAY, "it was not waited for", e);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private static EndpointException failure(Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof BoundedBytes.TooLongException tooLong) {
                return new EndpointException(EndpointException.Kind.ODD, tooLong.getMessage(), cause);
            }
        }
        return new EndpointException(EndpointException.Kind.AWAY, Failures.inWords(cause), cause);
    }

    private static void demandOk(int status, byte[] body) throws EndpointException {
        if (status == OK) {
            return;
        }
        String text = new String(body, 0, Math.min(body.length, LONGEST_REASON), StandardCharsets.UTF_8).strip();
        String words = "status %d%s".formatted(status, text.isEmpty() ? "" : ": " + text);
        throw switch (status) {
            case BAD_REQUEST -> new EndpointException(EndpointException.Kind.BAD_REQUEST, text.isEmpty() ? words : text);
            case NOT_FOUND -> new EndpointException(EndpointException.Kind.NOT_FOUND, text.isEmpty() ? words : text);
            case UNAUTHORIZED, FORBIDDEN -> new EndpointException(EndpointException.Kind.REFUSED,
                    "it does not accept the scheduler's credentials (status %d)".formatted(status));
            default -> new EndpointException(EndpointException.Kind.REFUSED, words);
        };
    }

    /** Breaks off what is under way. */
    @Override
    public void close() {
        threads.shutdownNow();
        watchdog.shutdownNow();
    }
}
