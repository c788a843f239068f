package io.jobdeck.scheduler.codec;

import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.AuditEntry;
import io.jobdeck.scheduler.model.ConfigUpdate;
import io.jobdeck.scheduler.model.DaemonTrigger;
import io.jobdeck.scheduler.model.Disablement;
import io.jobdeck.scheduler.model.ExecutorKind;
import io.jobdeck.scheduler.model.FailedItem;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.LeaderInfo;
import io.jobdeck.scheduler.model.LostTask;
import io.jobdeck.scheduler.model.OneOffRun;
import io.jobdeck.scheduler.model.ReconcileRequest;
import io.jobdeck.scheduler.model.Request;
import io.jobdeck.scheduler.model.RunResult;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.model.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Every codec there is. All are immutable and safe on any thread; instants are ISO-8601. */
public final class Codecs {

    /** An app as it stands in {@code /config/app}: without its executor library, which {@link #APP_INFO} holds. */
    public static final ConfigCodec<AppConfig> APP = new AppCodec(false);

    /** An app as REST takes and gives it: with its executor library, {@code ELASTIC_JOB_2_1_5} when it does not say. */
    public static final ConfigCodec<AppConfig> APP_REST = new AppCodec(true);

    /** What stands in {@code /jobdeck/app}. */
    public static final Codec<ExecutorKind> APP_INFO = new RecordCodec<>(
            (object, kind) -> object.addProperty("executor", kind.name()),
            members -> members.requiredConstant("executor", ExecutorKind.class, ExecutorKind.ELASTIC_JOB_2_1_5));

    /** A job, in {@code /config/job} and over REST. */
    public static final ConfigCodec<JobConfig> JOB = new JobCodec();

    /** The records of tasks in flight that belong to one run; at least one. */
    public static final Codec<List<TaskRecord>> RUN_PART = new RunPartCodec();

    /** The newest run of a job; the node's text is empty before the first. */
    public static final Codec<RunResult> RUN_RESULT = new RecordCodec<>(
            (object, result) -> {
                object.addProperty("runId", result.runId());
                object.addProperty("outcome", result.outcome().name());
                object.addProperty("at", result.at().toString());
                object.addProperty("message", result.message());
                result.launchedAt().ifPresent(launched -> object.addProperty("launchedAt", launched.toString()));
                result.usual().ifPresent(usual -> object.addProperty("usual", usual.toString()));
            },
            members -> new RunResult(members.requiredText("runId"),
                    members.requiredConstant("outcome", RunResult.Outcome.class, RunResult.Outcome.FAILED),
                    instant(members, "at"), members.text("message", ""), members.optionalInstant("launchedAt"),
                    optionalDuration(members, "usual")));

    /** Who disabled something, when and how. */
    public static final Codec<Disablement> DISABLEMENT = new RecordCodec<>(
            (object, disablement) -> {
                object.addProperty("by", disablement.by());
                object.addProperty("since", disablement.since().toString());
                disablement.until().ifPresent(until -> object.addProperty("until", until.toString()));
                if (disablement.keepBacklog()) {
                    object.addProperty("keepBacklog", true);
                }
            },
            members -> new Disablement(members.requiredText("by"), instant(members, "since"),
                    optionalInstant(members, "until"), members.flag("keepBacklog", false)));

    /** A run asked for with a parameter or items of its own. */
    public static final Codec<OneOffRun> ONE_OFF_RUN = new RecordCodec<>(RequestMembers::write, RequestMembers::oneOffRun);

    /** A firing asked of a daemon. */
    public static final Codec<DaemonTrigger> DAEMON_TRIGGER =
            new RecordCodec<>(RequestMembers::write, RequestMembers::daemonTrigger);

    /** An item whose last tasks failed. */
    public static final Codec<FailedItem> FAILED_ITEM =
            new RecordCodec<>(FailedItemMembers::write, FailedItemMembers::read);

    /** A task that was given up. */
    public static final Codec<LostTask> LOST_TASK = new RecordCodec<>(
            (object, lost) -> {
                object.addProperty("since", lost.since().toString());
                object.addProperty("back", lost.back());
            },
            members -> new LostTask(instant(members, "since"), members.flag("back", false)));

    /** Who asked for the end of a task. */
    public static final Codec<Request> REQUEST = new RecordCodec<>(
            (object, request) -> {
                object.addProperty("by", request.by());
                object.addProperty("at", request.at().toString());
            },
            members -> new Request(members.requiredText("by"), instant(members, "at")));

    /** Who asked for a reconciliation, and for which. */
    public static final Codec<ReconcileRequest> RECONCILE_REQUEST = new RecordCodec<>(
            (object, request) -> {
                object.addProperty("kind", request.kind().name());
                object.addProperty("by", request.by());
                object.addProperty("at", request.at().toString());
            },
            members -> new ReconcileRequest(
                    members.requiredConstant("kind", ReconcileRequest.Kind.class, ReconcileRequest.Kind.EXPLICIT),
                    members.requiredText("by"), instant(members, "at")));

    /** The newest updates of a config, oldest first. */
    public static final Codec<List<ConfigUpdate>> CONFIG_UPDATES =
            new RecordCodec<>(ConfigUpdateMembers::write, ConfigUpdateMembers::read);

    /** One operation that somebody asked for. */
    public static final Codec<AuditEntry> AUDIT_ENTRY = new RecordCodec<>(
            (object, entry) -> {
                object.addProperty("at", entry.at().toString());
                object.addProperty("by", entry.by());
                object.addProperty("origin", entry.origin());
                object.addProperty("operation", entry.operation());
                object.addProperty("target", entry.target());
                object.addProperty("result", entry.result());
                if (!entry.details().isEmpty()) {
                    object.addProperty("details", entry.details());
                }
            },
            members -> new AuditEntry(instant(members, "at"), members.requiredText("by"), members.requiredText("origin"),
                    members.requiredText("operation"), members.requiredText("target"), members.requiredText("result"),
                    members.text("details", "")));

    /** Why a job waits. */
    public static final Codec<Waiting> WAITING = new RecordCodec<>(
            (object, waiting) -> {
                object.addProperty("reason", waiting.reason());
                object.addProperty("help", waiting.help());
                object.addProperty("since", waiting.since().toString());
                object.addProperty("kind", waiting.kind().name());
            },
            members -> new Waiting(members.requiredText("reason"), members.requiredText("help"),
                    instant(members, "since"), Waiting.Kind.of(members.text("kind", ""))));

    /** The leading scheduler, in the epoch node. */
    public static final Codec<LeaderInfo> LEADER = new RecordCodec<>(
            (object, leader) -> {
                object.addProperty("address", leader.address());
                object.addProperty("since", leader.since().toString());
                object.addProperty("zone", leader.zone().getId());
                object.addProperty("version", leader.version());
            },
            members -> new LeaderInfo(members.requiredText("address"), instant(members, "since"),
                    members.parsed("zone", "a time zone such as Europe/Berlin", ZoneId::of, ZoneOffset.UTC),
                    members.requiredText("version")));

    private Codecs() {
    }

    private static Optional<Instant> optionalInstant(Members members, String name) {
        return members.has(name) ? Optional.of(instant(members, name)) : Optional.empty();
    }

    private static Optional<Duration> optionalDuration(Members members, String name) {
        return members.has(name)
                ? Optional.of(members.parsed(name, "a duration such as PT1.5S", Duration::parse, Duration.ZERO))
                : Optional.empty();
    }

    static Instant instant(Members members, String name) {
        return members.parsed(name, "a time such as 2026-01-31T12:00:00Z", Instant::parse, Instant.EPOCH);
    }
}
