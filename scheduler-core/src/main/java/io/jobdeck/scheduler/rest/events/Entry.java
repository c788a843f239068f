package io.jobdeck.scheduler.rest.events;

import io.jobdeck.scheduler.registry.NodeAddress;
import java.util.Optional;

/** One entry of the log of changes. */
public sealed interface Entry {

    /**
     * Something is not as it was. What it is now is read when the event is sent.
     *
     * @param kind what it is
     * @param owner name of the job, or of the app, that it belongs to; empty for the cluster's own
     * @param ofJob whether the owner is a job
     * @param key tells it from all others of its kind
     * @param address of the node that changed
     */
    record Changed(EventKind kind, String owner, boolean ofJob, String key, NodeAddress address) implements Entry { }

    /** The registry is out of sight. */
    record Lost(String since, String cause) implements Entry { }

    /** The registry is in sight again, and anything may have changed meanwhile. */
    record Regained() implements Entry { }

    /** Returns the change that a changed node is, empty if it is none that anybody is told of. */
    static Optional<Changed> of(NodeAddress address) {
        if (address instanceof NodeAddress.App app) {
            return ofApp(EventKind.APP, app.app(), app.app(), address);
        } else if (address instanceof NodeAddress.AppInfo app) {
            return ofApp(EventKind.APP, app.app(), app.app(), address);
        } else if (address instanceof NodeAddress.Job job) {
            return ofJob(EventKind.JOB, job.job(), job.job(), address);
        } else if (address instanceof NodeAddress.Ready ready) {
            return ofJob(EventKind.READY, ready.job(), ready.job(), address);
        } else if (address instanceof NodeAddress.Run run) {
            return ofJob(EventKind.RUN, run.job(), run.runId(), address);
        } else if (address instanceof NodeAddress.RunPart part) {
            return ofJob(EventKind.RUNNING, part.job(), part.part(), address);
        } else if (address instanceof NodeAddress.Failover item) {
            return ofJob(EventKind.FAILOVER, item.task().jobName(), item.task().toString(), address);
        } else if (address instanceof NodeAddress.Attempt item) {
            return ofJob(EventKind.FAILED, item.task().jobName(), item.task().toString(), address);
        } else if (address instanceof NodeAddress.WaitingJob job) {
            return ofJob(EventKind.WAITING, job.job(), job.job(), address);
        } else if (address instanceof NodeAddress.JobStatus job) {
            return ofJob(EventKind.RESULT, job.job(), job.job(), address);
        } else if (address instanceof NodeAddress.Epoch) {
            return Optional.of(new Changed(EventKind.LEADER, "", false, "leader", address));
        }
        return ofDisabled(address);
    }

    private static Optional<Changed> ofDisabled(NodeAddress address) {
        if (address instanceof NodeAddress.DisabledApp app) {
            return ofApp(EventKind.DISABLED, app.app(), "APP/" + app.app(), address);
        } else if (address instanceof NodeAddress.DisabledAppInfo app) {
            return ofApp(EventKind.DISABLED, app.app(), "APP/" + app.app(), address);
        } else if (address instanceof NodeAddress.DisabledJob job) {
            return ofJob(EventKind.DISABLED, job.job(), "JOB/" + job.job(), address);
        } else if (address instanceof NodeAddress.DisabledJobInfo job) {
            return ofJob(EventKind.DISABLED, job.job(), "JOB/" + job.job(), address);
        }
        return Optional.empty();
    }

    private static Optional<Changed> ofJob(EventKind kind, String job, String key, NodeAddress address) {
        return Optional.of(new Changed(kind, job, true, key, address));
    }

    private static Optional<Changed> ofApp(EventKind kind, String app, String key, NodeAddress address) {
        return Optional.of(new Changed(kind, app, false, key, address));
    }
}
