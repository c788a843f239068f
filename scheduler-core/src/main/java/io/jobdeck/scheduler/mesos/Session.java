package io.jobdeck.scheduler.mesos;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.mesos.v1.scheduler.Protos.Call;

/**
 * What calls need while the framework is subscribed: the leader's address and the id of the event stream. Thread-safe.
 *
 * <p>Calls go out in order, ACCEPT calls in a row side by side. Acknowledgements do not wait for other calls, and only for those of the same task: they are
 * many, and mean nothing to one another.
 */
final class Session {

    /** Learns what became of each call, on any thread. */
    @FunctionalInterface
    interface Answers {

        /** Either {@code response} or {@code failure} is null. */
        void answered(Session session, Call call, HttpResponse<String> response, Throwable failure);
    }

    private static final int ACKNOWLEDGEMENT_LANES = 4;

    private final CallLane orders;
    private final List<CallLane> acknowledgements;

    Session(HttpTransport transport, URI endpoint, String streamId, Answers answers) {
        CallLane.Answers own = (call, response, failure) -> answers.answered(this, call, response, failure);
        orders = new CallLane(transport, endpoint, streamId, own);
        acknowledgements = IntStream.range(0, ACKNOWLEDGEMENT_LANES)
                .mapToObj(number -> new CallLane(transport, endpoint, streamId, own))
                .toList();
    }

    void send(Call call) {
        laneOf(call).submit(call);
    }

    private CallLane laneOf(Call call) {
        if (call.getType() != Call.Type.ACKNOWLEDGE) {
            return orders;
        }
        int hash = call.getAcknowledge().getTaskId().getValue().hashCode();
        return acknowledgements.get(Math.floorMod(hash, ACKNOWLEDGEMENT_LANES));
    }

    /** The stream has ended: calls that wait are dropped. Returns how many. */
    int close() {
        return orders.close() + acknowledgements.stream().mapToInt(CallLane::close).sum();
    }

    /** The driver ends: calls under way are broken off, too. */
    void abort() {
        orders.abort();
        acknowledgements.forEach(CallLane::abort);
    }
}
