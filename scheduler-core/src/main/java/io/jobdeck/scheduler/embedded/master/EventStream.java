package io.jobdeck.scheduler.embedded.master;

import io.jobdeck.executor.recordio.RecordIo;
import io.jobdeck.scheduler.embedded.http.HttpStream;
import org.apache.mesos.v1.scheduler.Protos.Event;

/**
 * The events sent to one subscription of a scheduler, framed as RecordIO.
 *
 * @param id what Mesos-Stream-Id carries, a uuid
 * @param type form of the events
 * @param stream where they go
 */
record EventStream(String id, MediaType type, HttpStream stream) {

    void send(Event event) {
        stream.write(RecordIo.frame(type.write(event)));
    }

    /** Sends an ERROR event and ends the stream. */
    void refuse(String reason) {
        send(Event.newBuilder()
                .setType(Event.Type.ERROR)
                .setError(Event.Error.newBuilder().setMessage(reason))
                .build());
        stream.end();
    }
}
