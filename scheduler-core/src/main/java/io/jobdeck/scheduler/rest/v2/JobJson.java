package io.jobdeck.scheduler.rest.v2;

import com.google.gson.JsonObject;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.codec.JsonText;
import io.jobdeck.scheduler.model.ConfigVersion;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.operations.RegistryView;
import java.util.Optional;

/** The JSON of a job with its state. */
final class JobJson {

    private final RegistryView view;
    private final LiveNodes nodes;

    JobJson(RegistryView view, LiveNodes nodes) {
        this.view = view;
        this.nodes = nodes;
    }

    JobStatus status(JobConfig job, JobFacts facts) {
        if (view.isJobDisabled(job.jobName())) {
            return JobStatus.DISABLED;
        }
        if (facts.runs()) {
            return JobStatus.RUNNING;
        }
        return facts.waits() || nodes.ready(job.jobName()) > 0 ? JobStatus.WAITING : JobStatus.IDLE;
    }

    /** Returns what a list shows of a job: counts instead of entries. */
    JsonObject summary(JobConfig job, JobFacts facts) {
        JsonObject json = new JsonObject();
        json.addProperty("name", job.jobName());
        json.addProperty("app", job.appName());
        json.addProperty("jobType", job.jobType().name());
        json.addProperty("executionType", job.executionType().name());
        json.addProperty("cron", job.cron());
        json.addProperty("shardingTotalCount", job.shardingTotalCount());
        json.addProperty("description", job.description());
        json.addProperty("state", status(job, facts).name());
        addState(json, job);
        json.addProperty("readyRuns", nodes.ready(job.jobName()));
        json.addProperty("oneOffRuns", facts.oneOffRuns());
        json.addProperty("tasks", facts.tasks().size());
        json.addProperty("failoverItems", facts.failover().size());
        return json;
    }

    /** Returns everything that is known of a job; its version must have been read before its config. */
    JsonObject detail(JobConfig job, Optional<ConfigVersion> version, JobFacts facts) {
        JsonObject json = new JsonObject();
        json.addProperty("name", job.jobName());
        json.addProperty("app", job.appName());
        json.addProperty("state", status(job, facts).name());
        addState(json, job);
        json.addProperty("readyRuns", nodes.ready(job.jobName()));
        json.add("oneOffRuns", Json.array(facts.runsWaiting(), Json::of));
        json.add("tasks", Json.array(facts.tasks(), JobJson::task));
        json.add("failover", QueueJson.failover(facts));
        json.add("failedItems", QueueJson.failedItems(facts, nodes));
        version.ifPresent(known -> json.addProperty("version", known.text()));
        json.add("config", JsonText.object(Codecs.JOB.write(job)));
        return json;
    }

    static JsonObject task(JobFacts.Task task) {
        return task.record().map(Json::of).orElseGet(() -> Json.of(task.id()));
    }

    private void addState(JsonObject json, JobConfig job) {
        json.addProperty("enabled", nodes.jobDisablement(job.jobName()).isEmpty());
        nodes.jobDisablement(job.jobName()).ifPresent(disabled -> Json.addIfPresent(json, "disabled", disabled, Json::of));
        json.addProperty("appEnabled", nodes.appDisablement(job.appName()).isEmpty());
        nodes.appDisablement(job.appName()).ifPresent(disabled -> Json.addIfPresent(json, "appDisabled", disabled, Json::of));
        Json.addIfPresent(json, "waiting", nodes.waiting(job.jobName()), Json::of);
        Json.addIfPresent(json, "lastResult", nodes.lastResult(job.jobName()), Json::of);
    }
}
