package io.jobdeck.scheduler.mesos;

import com.google.protobuf.InvalidProtocolBufferException;
import io.jobdeck.scheduler.mesos.json.MesosJson;
import io.jobdeck.scheduler.mesos.json.MesosJsonException;
import java.nio.charset.StandardCharsets;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.apache.mesos.v1.scheduler.Protos.Event;

/** The two forms in which a master takes calls and gives events. */
public enum WireFormat {

    /** Small and quick: the one to use. */
    PROTOBUF("application/x-protobuf") {
        @Override
        byte[] encode(Call call) {
            return call.toByteArray();
        }

        @Override
        Event decode(byte[] record) throws UndecodableEventException {
            try {
                return Event.parseFrom(record);
            } catch (InvalidProtocolBufferException e) {
                throw new UndecodableEventException(e);
            }
        }
    },

    /** Readable: for looking at the traffic. */
    JSON("application/json") {
        @Override
        byte[] encode(Call call) {
            return json.write(call).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        Event decode(byte[] record) throws UndecodableEventException {
            try {
                return json.merge(new String(record, StandardCharsets.UTF_8), Event.newBuilder()).build();
            } catch (MesosJsonException e) {
                throw new UndecodableEventException(e);
            }
        }
    };

    final MesosJson json = new MesosJson();
    private final String mediaType;

    WireFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Returns the media type, which a master wants exactly so, without parameters. */
    public String mediaType() {
        return mediaType;
    }

    abstract byte[] encode(Call call);

    abstract Event decode(byte[] record) throws UndecodableEventException;
}
