package io.jobdeck.executor.internal.mesos;

import com.google.gson.JsonObject;
import java.util.concurrent.CompletableFuture;

/** Carries calls to the agent and its events back. */
interface AgentTransport extends AutoCloseable {

    /** Sends a SUBSCRIBE. Returns at once; the stream is told what comes, on threads of the transport. */
    void subscribe(JsonObject call, EventStream stream);

    /**
     * Sends any other call.
     *
     * @return its answer; completed with an {@link java.io.IOException} if there was none
     */
    CompletableFuture<Answer> call(JsonObject call);

    @Override
    void close();

    /**
     * Answer to a call.
     *
     * @param status HTTP status
     * @param text body, cut to a readable length
     */
    record Answer(int status, String text) {

        boolean isAccepted() {
            return status / 100 == 2;
        }

        /** Returns whether the agent may well accept the same call later, as when it is still recovering. */
        boolean isTemporary() {
            return status >= 500 || status == 403 || status == 404 || status == 408 || status == 429;
        }
    }

    /** Hears what comes on one subscription. One call at a time. */
    interface EventStream {

        /** One event, not yet read. */
        void event(byte[] record);

        /** The agent did not open a stream. Nothing follows. */
        void refused(Answer answer);

        /** The stream, or the attempt to open it, has ended. Nothing follows. */
        void ended(String why);
    }
}
