package io.jobdeck.scheduler.mesos;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.apache.mesos.v1.scheduler.Protos.Call;

/** Sends calls one after the other, each when the one before was answered, so that they reach the master in order. */
final class CallLane {

    /** Learns what became of each call, on any thread. */
    @FunctionalInterface
    interface Answers {

        /** Either {@code response} or {@code failure} is null. */
        void answered(Call call, HttpResponse<String> response, Throwable failure);
    }

    private final HttpTransport transport;
    private final URI endpoint;
    private final String streamId;
    private final Answers answers;
    private final Deque<Call> waiting = new ArrayDeque<>();
    private CompletableFuture<HttpResponse<String>> underWay;
    private boolean busy;
    private boolean closed;

    CallLane(HttpTransport transport, URI endpoint, String streamId, Answers answers) {
        this.transport = transport;
        this.endpoint = endpoint;
        this.streamId = streamId;
        this.answers = answers;
    }

    /** Sends {@code call} when its turn has come; returns at once. Calls given to a closed lane are dropped. */
    synchronized void submit(Call call) {
        if (!closed) {
            waiting.add(call);
            sendNext();
        }
    }

    private synchronized void sendNext() {
        if (busy || waiting.isEmpty()) {
            return;
        }
        busy = true;
        Call call = waiting.remove();
        underWay = transport.send(endpoint, call, streamId);
        underWay.whenComplete((response, failure) -> {
            answers.answered(call, response, failure);
            finished(failure != null);
        });
    }

    private synchronized void finished(boolean failed) {
        busy = false;
        if (failed) {
            // What became of the call is unknown, and no later one may overtake it.
            close();
        }
        sendNext();
    }

    /**
     * Drops the calls that wait. The one under way is answered all the same, since the end of the stream may well be
     * the effect of it.
     *
     * @return number of calls dropped
     */
    synchronized int close() {
        closed = true;
        int dropped = waiting.size();
        waiting.clear();
        return dropped;
    }

    /** Breaks off the call under way, too. */
    void abort() {
        CompletableFuture<HttpResponse<String>> last;
        synchronized (this) {
            close();
            last = underWay;
        }
        if (last != null) {
            last.cancel(true);
        }
    }
}
