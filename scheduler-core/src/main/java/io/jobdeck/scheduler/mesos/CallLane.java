package io.jobdeck.scheduler.mesos;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.mesos.v1.scheduler.Protos.Call;

/**
 * Sends calls one after the other, each when the one before was answered, so that they reach the master in order. Some
 * ACCEPT calls in a row travel side by side: each is about offers of its own, so their order means nothing, and with one
 * for every agent of a large cluster the answers would take longer than the work.
 */
final class CallLane {

    /** Learns what became of each call, on any thread. */
    @FunctionalInterface
    interface Answers {

        /** Either {@code response} or {@code failure} is null. */
        void answered(Call call, HttpResponse<String> response, Throwable failure);
    }

    private static final int MOST_ACCEPTS_AT_ONCE = 8;

    private final HttpTransport transport;
    private final URI endpoint;
    private final String streamId;
    private final Answers answers;
    private final Deque<Call> waiting = new ArrayDeque<>();
    private final Set<CompletableFuture<HttpResponse<String>>> underWay = new HashSet<>();
    private boolean acceptsUnderWay;
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

    private void sendNext() {
        while (!waiting.isEmpty() && maySend(waiting.peek())) {
            send(waiting.remove());
        }
    }

    private boolean maySend(Call next) {
        return underWay.isEmpty()
                || acceptsUnderWay && isAccept(next) && underWay.size() < MOST_ACCEPTS_AT_ONCE;
    }

    private static boolean isAccept(Call call) {
        return call.getType() == Call.Type.ACCEPT;
    }

    private void send(Call call) {
        acceptsUnderWay = isAccept(call);
        CompletableFuture<HttpResponse<String>> sent = transport.send(endpoint, call, streamId);
        underWay.add(sent);
        sent.whenComplete((response, failure) -> {
            answers.answered(call, response, failure);
            finished(sent, failure != null);
        });
    }

    private synchronized void finished(CompletableFuture<HttpResponse<String>> sent, boolean failed) {
        underWay.remove(sent);
        if (failed) {
            // What became of the call is unknown, and no later one may overtake it.
            close();
        }
        sendNext();
    }

    /**
     * Drops the calls that wait. Those under way are answered all the same, since the end of the stream may well be
     * the effect of one of them.
     *
     * @return number of calls dropped
     */
    synchronized int close() {
        closed = true;
        int dropped = waiting.size();
        waiting.clear();
        return dropped;
    }

    /** Breaks off the calls under way, too. */
    void abort() {
        List<CompletableFuture<HttpResponse<String>>> last;
        synchronized (this) {
            close();
            last = List.copyOf(underWay);
        }
        last.forEach(call -> call.cancel(true));
    }
}
