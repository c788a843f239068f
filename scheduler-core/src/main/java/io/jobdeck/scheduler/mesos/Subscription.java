package io.jobdeck.scheduler.mesos;

import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.apache.mesos.v1.scheduler.Protos.Event;

/**
 * One SUBSCRIBE and the event stream that it opens, from the first request, over redirects to the leader, to the end.
 * All on the callback thread, except {@link #cancel()}.
 */
final class Subscription implements EventRecords.Listener {

    /** What comes of a subscription; nothing after {@link #lost} or {@link #refused}. */
    interface Listener {

        /** A master opened the stream: it takes calls at {@code endpoint} now. */
        void opened(URI endpoint, String streamId);

        void received(Event event);

        /** The master answered SUBSCRIBE with a 4xx status. */
        void refused(Call subscribe, int status, String reason);

        /** There is no stream, or no more. */
        void lost(String why);
    }

    private static final int OK = 200;
    private static final int MOST_REDIRECTS = 5;
    private static final Duration LONGEST_INTERVAL = Duration.ofDays(1);

    private final HttpTransport transport;
    private final CallbackThread thread;
    private final Call call;
    private final Listener listener;
    private final Watchdog watchdog;
    private Duration patience;
    private String silence;
    private int redirects;
    private volatile boolean over;
    private volatile CompletableFuture<HttpResponse<String>> request;
    private volatile EventRecords records;

    Subscription(HttpTransport transport, CallbackThread thread, DriverTimer timer, Call call, Listener listener) {
        this.transport = transport;
        this.thread = thread;
        this.call = call;
        this.listener = listener;
        this.watchdog = new Watchdog(timer, thread);
        this.patience = transport.settings().answerTimeout();
        this.silence = "no answer to SUBSCRIBE within " + patience.toSeconds() + " seconds";
    }

    void start(URI endpoint) {
        idle();
        CompletableFuture<HttpResponse<String>> sent =
                transport.subscribe(endpoint, call, info -> bodyOf(endpoint, info));
        request = sent;
        sent.whenComplete((response, failure) -> thread.execute(() -> answered(endpoint, response, failure)));
        if (over) {
            sent.cancel(true);
        }
    }

    /** Called before any byte of the body is read, so the stream is known to be open before its first event. */
    private BodySubscriber<String> bodyOf(URI endpoint, ResponseInfo info) {
        if (info.statusCode() != OK) {
            return new BoundedText();
        }
        EventRecords stream = new EventRecords(transport.settings(), thread, this);
        records = stream;
        if (over) {
            stream.cancel();
        }
        thread.execute(() -> opened(endpoint, info));
        return stream;
    }

    private void opened(URI endpoint, ResponseInfo info) {
        if (over) {
            return;
        }
        Optional<String> streamId = info.headers().firstValue("Mesos-Stream-Id");
        String type = info.headers().firstValue("Content-Type").orElse("nothing");
        if (streamId.isEmpty()) {
            ended(endpoint + " answers SUBSCRIBE without a stream id: it is no Mesos master");
        } else if (!type.equals(transport.settings().format().mediaType())) {
            ended("%s answers SUBSCRIBE with %s".formatted(endpoint, type));
        } else {
            silence = "no first event within " + patience.toSeconds() + " seconds";
            listener.opened(endpoint, streamId.get());
        }
    }

    private void answered(URI endpoint, HttpResponse<String> response, Throwable failure) {
        if (over) {
            return;
        }
        if (failure != null) {
            ended("SUBSCRIBE at %s failed: %s".formatted(endpoint, Failures.inWords(failure)));
            return;
        }
        switch (Answer.of(response.statusCode())) {
            case DONE -> requireStream(endpoint, response.statusCode());
            case REDIRECTED -> redirect(endpoint, response);
            case REFUSED -> refused(response);
            case UNFIT -> ended("%s answers SUBSCRIBE with %d %s"
                    .formatted(endpoint, response.statusCode(), response.body()));
        }
    }

    private void requireStream(URI endpoint, int status) {
        if (status != OK) {
            ended("%s answers SUBSCRIBE with %d".formatted(endpoint, status));
        }
    }

    private void redirect(URI from, HttpResponse<String> response) {
        Optional<URI> target = response.headers().firstValue("Location").flatMap(place -> Redirect.target(from, place));
        redirects++;
        if (target.isEmpty()) {
            ended(from + " redirects to nowhere");
        } else if (redirects > MOST_REDIRECTS) {
            ended("redirected %d times without finding the leading master".formatted(redirects));
        } else {
            start(target.get());
        }
    }

    private void refused(HttpResponse<String> response) {
        abandon();
        listener.refused(call, response.statusCode(), response.body());
    }

    @Override
    public void busy() {
        watchdog.stop();
    }

    @Override
    public void event(Event event) {
        if (event.getType() == Event.Type.SUBSCRIBED) {
            expectHeartbeats(event.getSubscribed().getHeartbeatIntervalSeconds());
        }
        listener.received(event);
    }

    /** A master that announces no interval sends no heartbeats; its silence means nothing. */
    private void expectHeartbeats(double intervalSeconds) {
        double seconds = Math.min(Math.max(0, intervalSeconds), LONGEST_INTERVAL.toSeconds());
        patience = Duration.ofMillis((long) (seconds * 1000)).multipliedBy(transport.settings().missedHeartbeats());
        silence = "no heartbeat within " + patience.toSeconds() + " seconds";
    }

    @Override
    public void idle() {
        if (!patience.isZero()) {
            watchdog.restart(patience, () -> ended(silence));
        }
    }

    @Override
    public void ended(String why) {
        if (!over) {
            abandon();
            listener.lost(why);
        }
    }

    /** Closes the connection and ends all waiting; nothing is reported any more. */
    void abandon() {
        cancel();
        watchdog.stop();
    }

    /** Closes the connection; nothing is reported any more. On any thread. */
    void cancel() {
        over = true;
        EventRecords stream = records;
        if (stream != null) {
            stream.cancel();
        }
        CompletableFuture<HttpResponse<String>> sent = request;
        if (sent != null) {
            sent.cancel(true);
        }
    }
}
