package io.jobdeck.scheduler.operations;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.codec.JsonText;
import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.JobConfig;

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
}
