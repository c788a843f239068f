package io.jobdeck.scheduler.rest;

import com.google.gson.JsonObject;
import io.jobdeck.scheduler.codec.JsonText;
import io.jobdeck.scheduler.codec.MalformedTextException;
import io.jobdeck.scheduler.net.BoundedBytes;
import io.jobdeck.scheduler.operations.Caller;
import io.jobdeck.scheduler.operations.OperationException;
import io.jobdeck.scheduler.rest.http.Headers;
import io.jobdeck.scheduler.rest.http.HttpProblem;
import io.jobdeck.scheduler.threads.NamedThreads;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.jetty.http.HttpStatus;

/** Calls the leader's REST server and turns what goes wrong into {@link OperationException}s. */
final class RestClient implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    /** Longer than the server waits for ZooKeeper, so that its own answer comes first. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);
    private static final int LONGEST_ANSWER = 64 * 1024 * 1024;
    private static final int LONGEST_REFUSAL = 64 * 1024;
    private static final int MOST_REDIRECTS = 5;
    private static final int REDIRECT = 307;

    private final Supplier<Optional<String>> leaderAddress;
    private final Trust trust;
    private final ExecutorService threads = Executors.newCachedThreadPool(new NamedThreads("rest-client"));
    private final HttpClient http;

    RestClient(Supplier<Optional<String>> leaderAddress, ClientAccess access, Predicate<String> isScheduler) {
        this.leaderAddress = leaderAddress;
        this.trust = new Trust(access, isScheduler);
        HttpClient.Builder client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT)
                .executor(threads);
        access.authorities().ifPresent(client::sslContext);
        this.http = client.build();
    }

    /**
     * Makes one call and returns the JSON object it was answered with, an empty one if there is none.
     *
     * @param body JSON, or an empty text
     * @param headers name, value, name, value...
     * @throws OperationException if it was refused, or nobody could be asked
     */
    JsonObject call(String method, String path, String body, Caller caller, String... headers) {
        HttpResponse<String> response = follow(path, uri -> send(uri, request(uri, Optional.of(caller), headers)
                .method(method, HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .header("Content-Type", "application/json"), info -> HttpResponse.BodySubscribers.ofString(StandardCharsets.UTF_8)));
        demandSuccess(response, response.body());
        return response.body().isEmpty() ? new JsonObject() : object(response, response.body());
    }

    /**
     * Asks for bytes.
     *
     * @param most how many there may be
     * @throws OperationException if that was refused, or nobody could be asked
     */
    HttpResponse<byte[]> bytes(String path, int most) {
        HttpResponse<byte[]> response = follow(path, uri -> send(uri, request(uri, Optional.empty()).GET(), info -> new BoundedBytes(most)));
        demandSuccess(response, new String(response.body(), StandardCharsets.UTF_8));
        return response;
    }

    /**
     * Asks for a JSON object.
     *
     * @throws OperationException if that was refused, or nobody could be asked
     */
    JsonObject ask(String path) {
        HttpResponse<byte[]> response = bytes(path, LONGEST_ANSWER);
        return object(response, new String(response.body(), StandardCharsets.UTF_8));
    }

    /**
     * Asks for bytes that are too many to be kept; the body is to be closed.
     *
     * @throws OperationException if that was refused, or nobody could be asked
     */
    HttpResponse<InputStream> stream(String path) {
        HttpResponse<InputStream> response = follow(path, uri -> send(uri, request(uri, Optional.empty()).GET(),
                info -> HttpResponse.BodySubscribers.ofInputStream()));
        if (!HttpStatus.isSuccess(response.statusCode())) {
            demandSuccess(response, refusalText(response));
        }
        return response;
    }

    private static String refusalText(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            return new String(body.readNBytes(LONGEST_REFUSAL), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw unknown(response.uri(), "broke off the connection", e);
        }
    }

    /** Makes the call at the leader, wherever that turns out to be. */
    private <T> HttpResponse<T> follow(String path, Function<URI, HttpResponse<T>> call) {
        String leader = leaderAddress.get().orElseThrow(() -> OperationException.unavailable(
                "No scheduler leads just now, so nothing was changed. One takes over within seconds; try again then.", null));
        URI uri = uri(leader, path);
        trust.demandSecrecy(uri);
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            HttpResponse<T> response = call.apply(uri);
            if (response.statusCode() != REDIRECT) {
                return response;
            }
            uri = redirected(response, uri);
            trust.demandScheduler(uri);
        }
        throw OperationException.unavailable(
                "The schedulers point at each other as leader, so nothing was changed. Try again in a moment.", null);
    }

    private static URI uri(String address, String path) {
        try {
            return URI.create(RestUrls.of(address) + path);
        } catch (IllegalArgumentException e) {
            throw OperationException.unavailable(
                    "The leader's address '%s' is malformed, so nothing was changed. Check its hostname setting.".formatted(address), e);
        }
    }

    private static URI redirected(HttpResponse<?> response, URI from) {
        try {
            return from.resolve(response.headers().firstValue("Location").orElse(""));
        } catch (IllegalArgumentException e) {
            throw OperationException.unavailable("The scheduler at %s names a leader that is no address, so nothing was changed."
                    .formatted(from.getAuthority()), e);
        }
    }

    private HttpRequest.Builder request(URI uri, Optional<Caller> caller, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(ANSWER_TIMEOUT)
                .header("Accept", HttpProblem.MEDIA_TYPE)
                .header(Headers.PREFER, Headers.LENIENT);
        caller.ifPresent(known -> request.header(Headers.CALLER, URLEncoder.encode(known.name(), StandardCharsets.UTF_8)));
        for (int index = 0; index < headers.length; index += 2) {
            request.header(headers[index], headers[index + 1]);
        }
        trust.header().ifPresent(header -> request.header("Authorization", header));
        return request;
    }

    private <T> HttpResponse<T> send(URI uri, HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request.build(), handler);
        } catch (HttpConnectTimeoutException | ConnectException e) {
            throw OperationException.unavailable(("The leading scheduler at %s cannot be reached, so nothing was changed. "
                    + "Check that it runs and that no firewall is in between.").formatted(uri.getAuthority()), e);
        } catch (SSLHandshakeException e) {
            throw OperationException.unavailable(("The certificate of the leading scheduler at %s is not trusted, so nothing was"
                    + " changed. Give the certificate of its authority, and check its hostname setting.")
                    .formatted(uri.getAuthority()), e);
        } catch (HttpTimeoutException e) {
            throw unknown(uri, "did not answer within %d s".formatted(ANSWER_TIMEOUT.toSeconds()), e);
        } catch (IOException e) {
            throw unknown(uri, "broke off the connection", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(uri, "was not waited for", e);
        }
    }

    private static OperationException unknown(URI uri, String what, Exception e) {
        return OperationException.unavailable(("The leading scheduler at %s %s, so it is not known whether it was done. "
                + "Look at the job or app before you try again.").formatted(uri.getAuthority(), what), e);
    }

    private static void demandSuccess(HttpResponse<?> response, String text) {
        if (HttpStatus.isSuccess(response.statusCode())) {
            return;
        }
        boolean ours = response.headers().firstValue("Content-Type").filter(type -> type.startsWith(HttpProblem.MEDIA_TYPE))
                .isPresent();
        throw Optional.of(text).filter(body -> ours)
                .flatMap(body -> HttpProblem.parse(response.statusCode(), body)).map(HttpProblem::refusal)
                .orElseGet(() -> stranger(response));
    }

    private static JsonObject object(HttpResponse<?> response, String text) {
        try {
            return JsonText.object(text);
        } catch (MalformedTextException e) {
            throw stranger(response);
        }
    }

    private static OperationException stranger(HttpResponse<?> response) {
        return OperationException.unavailable("What answers at %s is no Jobdeck scheduler (status %d)."
                .formatted(response.uri().getAuthority(), response.statusCode()), null);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
