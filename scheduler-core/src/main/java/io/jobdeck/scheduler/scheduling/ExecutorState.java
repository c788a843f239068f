package io.jobdeck.scheduler.scheduling;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonSyntaxException;
import com.google.protobuf.InvalidProtocolBufferException;
import io.jobdeck.scheduler.model.ExecutorIds;
import java.time.Instant;
import java.util.Base64;
import org.apache.mesos.v1.Protos.ExecutorID;
import org.apache.mesos.v1.Protos.ExecutorInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An executor that was started and has not been seen to end. Mesos demands that every task of an executor carries the
 * same ExecutorInfo to the byte, so the one it was started with is kept in the registry. Owned by the loop's thread.
 */
final class ExecutorState {

    private static final Logger LOG = LoggerFactory.getLogger(ExecutorState.class);

    private final ExecutorInfo info;
    private final String appDigest;
    /** How often it has been told to stop; 0 while it is wanted. */
    int stopAttempts;
    /** Whether it is to stop as soon as its tasks have ended. */
    boolean retiring;
    /** Whether this start of it has been recorded. */
    boolean recorded;
    /** Whether its node exists, be it that of an earlier start. */
    boolean nodeExists;
    /** Since when there has been no sign of life although one is waited for; null while none is. */
    Instant silentSince;

    /** @param appDigest digest of the app's config that {@code info} was made from */
    ExecutorState(ExecutorInfo info, String appDigest) {
        this.info = info;
        this.appDigest = appDigest;
    }

    /** Reads what {@link #text} wrote; what cannot be read yields an executor of an unknown config. */
    static ExecutorState parse(String executorId, String text) {
        try {
            JsonObject node = JsonParser.parseString(text).getAsJsonObject();
            byte[] info = Base64.getDecoder().decode(node.get("info").getAsString());
            return stored(new ExecutorState(ExecutorInfo.parseFrom(info), node.get("appDigest").getAsString()));
        } catch (JsonSyntaxException | IllegalStateException | IllegalArgumentException | NullPointerException
                | InvalidProtocolBufferException e) {
            LOG.warn("the record of executor {} cannot be read; it will be replaced: {}", executorId, e.toString());
            return stored(foreign(executorId));
        }
    }

    /** Returns an executor that runs without having been started from here, such as one that 2.1.5 has left. */
    static ExecutorState foreign(String executorId) {
        return new ExecutorState(ExecutorInfo.newBuilder()
                .setExecutorId(ExecutorID.newBuilder().setValue(executorId)).buildPartial(), "");
    }

    /** Returns whether it is not known what it was started with. */
    boolean isForeign() {
        return appDigest.isEmpty();
    }

    private static ExecutorState stored(ExecutorState executor) {
        executor.recorded = true;
        executor.nodeExists = true;
        return executor;
    }

    /** Returns the text of its registry node. */
    String text() {
        JsonObject node = new JsonObject();
        node.addProperty("appDigest", appDigest);
        node.addProperty("info", Base64.getEncoder().encodeToString(info.toByteArray()));
        return node.toString();
    }

    ExecutorInfo info() {
        return info;
    }

    String id() {
        return info.getExecutorId().getValue();
    }

    String appName() {
        return ExecutorIds.appOf(id());
    }

    String agentId() {
        return ExecutorIds.agentOf(id());
    }

    String appDigest() {
        return appDigest;
    }
}
