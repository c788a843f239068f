package io.jobdeck.desktop.editor;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.codec.ConfigCodec;
import io.jobdeck.scheduler.codec.Reading;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The two kinds of documents: what an editor must know of their JSON (spec sections 3.1 and 3.2). */
public enum DocumentKind {

    JOB("job", "jobName", Codecs.JOB, List.of("jobName", "jobClass", "jobType", "cron", "shardingTotalCount",
            "shardingItemParameters", "jobParameter", "failover", "misfire", "description", "jobProperties",
            "streamingProcess", "scriptCommandLine", "appName", "cpuCount", "memoryMB", "jobExecutionType", "beanName",
            "applicationContext", "failoverMaxAttempts", "partialLaunch", "unreachableLimitSeconds", "placement")),

    APP("app", "appName", Codecs.APP_REST, List.of("appName", "appURL", "bootstrapScript", "cpuCount", "memoryMB",
            "appCacheEnable", "eventTraceSamplingCount", "executor"));

    private static final Set<String> MERGED = Set.of("jobProperties");

    private final String id;
    private final String nameMember;
    private final ConfigCodec<?> codec;
    private final List<String> members;

    DocumentKind(String id, String nameMember, ConfigCodec<?> codec, List<String> members) {
        this.id = id;
        this.nameMember = nameMember;
        this.codec = codec;
        this.members = members;
    }

    /** Returns the word for it in ids and keys of texts. */
    public String id() {
        return id;
    }

    /** Returns the member that is the identity. */
    public String nameMember() {
        return nameMember;
    }

    /** Returns the members this version knows, in the order in which they are stored. */
    public List<String> members() {
        return members;
    }

    /** Returns the document as it would be stored, with everything that is left out as it is then; empty if it is not valid. */
    public Optional<Document> normalised(String text) {
        return rewritten(codec, text).flatMap(Document::parse);
    }

    private static <C> Optional<String> rewritten(ConfigCodec<C> codec, String text) {
        Reading<C> reading = codec.examine(text);
        return reading.problems().isEmpty() ? reading.value().map(codec::write) : Optional.empty();
    }

    /**
     * Returns what storing {@code sent} over {@code stored} leads to: as the server does it, members this version does not
     * know are kept unless they are sent.
     */
    public Document stored(Document sent, Document stored) {
        JsonObject merged = sent.members().deepCopy();
        stored.members().entrySet().forEach(member -> {
            if (!merged.has(member.getKey()) && !members.contains(member.getKey())) {
                merged.add(member.getKey(), member.getValue());
            }
        });
        MERGED.forEach(name -> keep(merged, stored.members().get(name), name));
        return new Document(merged);
    }

    private static void keep(JsonObject merged, JsonElement stored, String name) {
        if (stored instanceof JsonObject before && merged.get(name) instanceof JsonObject after) {
            before.entrySet().stream().filter(member -> !after.has(member.getKey()))
                    .forEach(member -> after.add(member.getKey(), member.getValue()));
        }
    }
}
