package io.jobdeck.scheduler.rest.v1;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.jobdeck.scheduler.codec.JsonText;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.JobType;
import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.operations.RegistryView.FailoverEntry;
import io.jobdeck.scheduler.operations.RegistryView.RunningTask;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Queues and counts in the form 2.1.5 gives them. */
final class TaskJson {

    private TaskJson() {
    }

    static String running(RunningTask task) {
        JsonObject json = new JsonObject();
        json.addProperty("id", task.id().toString());
        json.add("metaInfo", metaInfo(task.id().metaInfo()));
        json.addProperty("type", task.id().type().name());
        json.addProperty("slaveId", task.id().agentId());
        json.addProperty("idle", task.idle());
        return JsonText.write(json);
    }

    static String ready(Map.Entry<String, String> entry) {
        JsonObject json = new JsonObject();
        json.addProperty("jobName", entry.getKey());
        json.addProperty("times", entry.getValue());
        return JsonText.write(json);
    }

    static String failover(FailoverEntry entry) {
        JsonObject json = new JsonObject();
        json.add("taskInfo", metaInfo(entry.item()));
        json.addProperty("originalTaskId", entry.originalTaskId());
        return JsonText.write(json);
    }

    private static JsonObject metaInfo(MetaInfo item) {
        JsonObject json = new JsonObject();
        json.addProperty("jobName", item.jobName());
        JsonArray items = new JsonArray();
        items.add(item.item());
        json.add("shardingItems", items);
        return json;
    }

    static String jobTypes(List<JobConfig> jobs) {
        JsonObject json = new JsonObject();
        json.addProperty("scriptJobCount", count(jobs, job -> job.jobType() == JobType.SCRIPT));
        json.addProperty("simpleJobCount", count(jobs, job -> job.jobType() == JobType.SIMPLE));
        json.addProperty("dataflowJobCount", count(jobs, job -> job.jobType() == JobType.DATAFLOW));
        return JsonText.write(json);
    }

    static String executionTypes(List<JobConfig> jobs) {
        JsonObject json = new JsonObject();
        json.addProperty("transientJobCount", count(jobs, JobConfig::isTransient));
        json.addProperty("daemonJobCount", count(jobs, JobConfig::isDaemon));
        return JsonText.write(json);
    }

    private static long count(List<JobConfig> jobs, Predicate<JobConfig> chosen) {
        return jobs.stream().filter(chosen).count();
    }
}
