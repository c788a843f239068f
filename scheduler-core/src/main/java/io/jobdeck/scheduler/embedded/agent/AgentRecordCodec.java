package io.jobdeck.scheduler.embedded.agent;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.mesos.v1.Protos.AgentID;
import org.apache.mesos.v1.Protos.ExecutorInfo;
import org.apache.mesos.v1.Protos.FrameworkID;
import org.apache.mesos.v1.Protos.FrameworkInfo;
import org.apache.mesos.v1.Protos.TaskID;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.TaskStatus;

/** Records as bytes: one byte for the kind, then its parts; Mesos messages as protobuf with their length before them. */
final class AgentRecordCodec {

    private static final int REGISTERED = 1;
    private static final int LISTENING = 2;
    private static final int RUN_CREATED = 3;
    private static final int SUBSCRIBED = 4;
    private static final int TASK_ADDED = 5;
    private static final int KILL_REQUESTED = 6;
    private static final int SHUTDOWN_REQUESTED = 7;
    private static final int UPDATE_RECEIVED = 8;
    private static final int UPDATE_ACKNOWLEDGED = 9;
    private static final int UPDATES_SEEN = 10;
    private static final int RUN_ENDED = 11;
    private static final int FRAMEWORK_GONE = 12;

    private AgentRecordCodec() {
    }

    /** Returns the bytes of {@code record}. */
    static byte[] encode(AgentRecord record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(record, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws IllegalArgumentException if the bytes are no such record
     */
    static AgentRecord decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return read(in.readUnsignedByte(), in);
        } catch (IOException e) {
            throw new IllegalArgumentException("agent record cannot be read: " + e.getMessage(), e);
        }
    }

    private static void write(AgentRecord record, DataOutputStream out) throws IOException {
        if (record instanceof AgentRecord.Registered registered) {
            out.writeByte(REGISTERED);
            write(out, registered.agent());
        } else if (record instanceof AgentRecord.Listening listening) {
            out.writeByte(LISTENING);
            out.writeInt(listening.port());
        } else if (record instanceof AgentRecord.FrameworkGone gone) {
            out.writeByte(FRAMEWORK_GONE);
            write(out, gone.framework());
        } else {
            writeOfRun(record, out);
        }
    }

    private static void writeOfRun(AgentRecord record, DataOutputStream out) throws IOException {
        if (record instanceof AgentRecord.RunCreated created) {
            start(out, RUN_CREATED, created.container());
            write(out, created.framework());
            write(out, created.executor());
            out.writeBoolean(created.command());
        } else if (record instanceof AgentRecord.Subscribed subscribed) {
            start(out, SUBSCRIBED, subscribed.container());
        } else if (record instanceof AgentRecord.ShutdownRequested shutdown) {
            start(out, SHUTDOWN_REQUESTED, shutdown.container());
        } else if (record instanceof AgentRecord.RunEnded ended) {
            start(out, RUN_ENDED, ended.container());
            out.writeInt(ended.status());
        } else {
            writeOfTask(record, out);
        }
    }

    private static void writeOfTask(AgentRecord record, DataOutputStream out) throws IOException {
        if (record instanceof AgentRecord.TaskAdded added) {
            start(out, TASK_ADDED, added.container());
            write(out, added.task());
        } else if (record instanceof AgentRecord.KillRequested kill) {
            start(out, KILL_REQUESTED, kill.container());
            write(out, kill.task());
        } else if (record instanceof AgentRecord.UpdateReceived update) {
            start(out, UPDATE_RECEIVED, update.container());
            write(out, update.status());
        } else if (record instanceof AgentRecord.UpdateAcknowledged acknowledged) {
            start(out, UPDATE_ACKNOWLEDGED, acknowledged.container());
            write(out, acknowledged.task());
            write(out, acknowledged.uuid());
        } else if (record instanceof AgentRecord.UpdatesSeen seen) {
            start(out, UPDATES_SEEN, seen.container());
            write(out, seen.task());
            out.writeInt(seen.uuids().size());
            for (ByteString uuid : seen.uuids()) {
                write(out, uuid);
            }
        } else {
            throw new IllegalArgumentException("no encoding for " + record);
        }
    }

    private static AgentRecord read(int kind, DataInputStream in) throws IOException {
        return switch (kind) {
            case REGISTERED -> new AgentRecord.Registered(AgentID.parseFrom(bytes(in)));
            case LISTENING -> new AgentRecord.Listening(in.readInt());
            case RUN_CREATED -> {
                String container = in.readUTF();
                yield new AgentRecord.RunCreated(FrameworkInfo.parseFrom(bytes(in)), ExecutorInfo.parseFrom(bytes(in)),
                        container, in.readBoolean());
            }
            case SUBSCRIBED -> new AgentRecord.Subscribed(in.readUTF());
            case TASK_ADDED -> new AgentRecord.TaskAdded(in.readUTF(), TaskInfo.parseFrom(bytes(in)));
            case KILL_REQUESTED -> new AgentRecord.KillRequested(in.readUTF(), TaskID.parseFrom(bytes(in)));
            case SHUTDOWN_REQUESTED -> new AgentRecord.ShutdownRequested(in.readUTF());
            case UPDATE_RECEIVED -> new AgentRecord.UpdateReceived(in.readUTF(), TaskStatus.parseFrom(bytes(in)));
            case UPDATE_ACKNOWLEDGED -> new AgentRecord.UpdateAcknowledged(
                    in.readUTF(), TaskID.parseFrom(bytes(in)), ByteString.copyFrom(bytes(in)));
            case UPDATES_SEEN -> new AgentRecord.UpdatesSeen(in.readUTF(), TaskID.parseFrom(bytes(in)), uuids(in));
            case RUN_ENDED -> new AgentRecord.RunEnded(in.readUTF(), in.readInt());
            case FRAMEWORK_GONE -> new AgentRecord.FrameworkGone(FrameworkID.parseFrom(bytes(in)));
            default -> throw new IOException("unknown kind " + kind);
        };
    }

    private static void start(DataOutputStream out, int kind, String container) throws IOException {
        out.writeByte(kind);
        out.writeUTF(container);
    }

    private static void write(DataOutputStream out, MessageLite message) throws IOException {
        write(out, message.toByteString());
    }

    private static void write(DataOutputStream out, ByteString bytes) throws IOException {
        out.writeInt(bytes.size());
        bytes.writeTo(out);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("part of %d bytes in a record with %d left".formatted(length, in.available()));
        }
        return in.readNBytes(length);
    }

    private static List<ByteString> uuids(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<ByteString> uuids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            uuids.add(ByteString.copyFrom(bytes(in)));
        }
        return uuids;
    }
}
