package io.jobdeck.scheduler.operations;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.codec.JsonText;
import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.model.TaskState;
import io.jobdeck.scheduler.registry.InMemoryRegistry;
import io.jobdeck.scheduler.registry.RegistryPaths;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Apps and jobs with which nothing is wrong, and with one member changed. */
public final class Samples {

    private static final String APP = """
            {"appName":"foo_app","appURL":"http://h/x.tar.gz","bootstrapScript":"bin/start.sh","executor":"JOBDECK"}""";
    private static final String JOB = """
            {"jobName":"t1","appName":"foo_app","jobClass":"x.Y","jobType":"SIMPLE","jobExecutionType":"TRANSIENT",
            "cron":"0/5 * * * * ?","shardingTotalCount":3,"cpuCount":0.1,"memoryMB":64}""";

    private Samples() {
    }

    public static AppConfig app(String... members) {
        return Codecs.APP_REST.read(appJson(members));
    }

    public static JobConfig job(String... members) {
        return Codecs.JOB.read(jobJson(members));
    }

    public static String appJson(String... members) {
        return with(APP, members);
    }

    /** Returns the job with members changed: name, JSON value, name, JSON value... A value of null takes it out. */
    public static String jobJson(String... members) {
        return with(JOB, members);
    }

    public static String text(String value) {
        return JsonText.write(new JsonPrimitive(value));
    }

    private static String with(String json, String... members) {
        JsonObject object = JsonText.object(json);
        for (int index = 0; index < members.length; index += 2) {
            object.remove(members[index]);
            if (members[index + 1] != null) {
                object.add(members[index], JsonText.element(members[index + 1]));
            }
        }
        return JsonText.write(object);
    }

    /** Stores the record of a task in flight whose run has the task's unique part for its id. */
    public static void putTask(InMemoryRegistry registry, TaskId id) {
        Instant launched = Instant.parse("2026-11-22T11:59:00Z");
        TaskRecord task = new TaskRecord(id, "foo_app", "host", Optional.empty(), id.unique(), "digest", TaskState.RUNNING,
                launched, launched, false, Optional.empty());
        registry.put(RegistryPaths.runPart(id.jobName(), id.item() + "-" + id.unique()), Codecs.RUN_PART, List.of(task));
    }
}
