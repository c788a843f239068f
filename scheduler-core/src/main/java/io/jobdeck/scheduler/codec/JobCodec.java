package io.jobdeck.scheduler.codec;

import com.google.gson.JsonObject;
import io.jobdeck.scheduler.model.ExecutionType;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.JobType;

/** A job, spec section 3.2: members in that order, those of its type only, then the launch policy
 * as far as it is set, then those this version does not know. */
final class JobCodec implements ConfigCodec<JobConfig> {

    private static final String STREAMING_PROCESS = "streamingProcess";
    private static final String SCRIPT_COMMAND_LINE = "scriptCommandLine";

    @Override
    public String write(JobConfig job) {
        JsonObject object = new JsonObject();
        object.addProperty("jobName", job.jobName());
        object.addProperty("jobClass", job.jobType() == JobType.SCRIPT ? JobDefaults.SCRIPT_JOB_CLASS : job.jobClass());
        object.addProperty("jobType", job.jobType().name());
        object.addProperty("cron", job.cron());
        object.addProperty("shardingTotalCount", job.shardingTotalCount());
        object.addProperty("shardingItemParameters", job.shardingItemParameters());
        object.addProperty("jobParameter", job.jobParameter());
        object.addProperty("failover", job.failover());
        object.addProperty("misfire", job.misfire());
        object.addProperty("description", job.description());
        object.add("jobProperties", JobDefaults.complete(job.jobProperties()));
        if (job.jobType() == JobType.DATAFLOW) {
            object.addProperty(STREAMING_PROCESS, job.streamingProcess());
        } else if (job.jobType() == JobType.SCRIPT) {
            addIfPresent(object, SCRIPT_COMMAND_LINE, job.scriptCommandLine());
        }
        object.addProperty("appName", job.appName());
        object.addProperty("cpuCount", job.cpuCount());
        object.addProperty("memoryMB", job.memoryMb());
        object.addProperty("jobExecutionType", job.executionType().name());
        addIfPresent(object, "beanName", job.beanName());
        addIfPresent(object, "applicationContext", job.applicationContext());
        LaunchPolicyMembers.write(object, job.policy());
        job.unknown().entrySet().forEach(member -> object.add(member.getKey(), member.getValue()));
        return JsonText.write(object);
    }

    private static void addIfPresent(JsonObject object, String name, String value) {
        if (value != null) {
            object.addProperty(name, value);
        }
    }

    @Override
    public Reading<JobConfig> examine(String text) {
        return ConfigReading.of(text, JobCodec::read);
    }

    private static JobConfig read(Members members) {
        members.require("shardingTotalCount");
        members.require("cpuCount");
        members.require("memoryMB");
        JobType type = members.requiredConstant("jobType", JobType.class, JobType.SIMPLE);
        String jobClass = members.text("jobClass", "");
        boolean streaming = members.flag(STREAMING_PROCESS, false);
        String commandLine = members.text(SCRIPT_COMMAND_LINE, "");
        return new JobConfig(
                members.requiredText("jobName"),
                members.requiredText("appName"),
                type == JobType.SCRIPT ? JobDefaults.SCRIPT_JOB_CLASS : jobClass,
                type,
                members.requiredConstant("jobExecutionType", ExecutionType.class, ExecutionType.TRANSIENT),
                members.requiredText("cron"),
                members.integer("shardingTotalCount", 0),
                members.text("shardingItemParameters", ""),
                members.text("jobParameter", ""),
                members.flag("failover", false),
                members.flag("misfire", false),
                members.text("description", ""),
                JobDefaults.complete(members.object("jobProperties")),
                type == JobType.DATAFLOW && streaming,
                type == JobType.SCRIPT ? commandLine : null,
                members.decimal("cpuCount", 0),
                members.decimal("memoryMB", 0),
                members.text("beanName", null),
                members.text("applicationContext", null),
                LaunchPolicyMembers.read(members),
                members.rest());
    }
}
