package io.jobdeck.scheduler.codec;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;

/** What a job has when its JSON does not say, spec section 3.2. */
public final class JobDefaults {

    /** Class of every script job, by which the 2.1.5 executor knows that it is one. */
    public static final String SCRIPT_JOB_CLASS = "com.dangdang.ddframe.job.api.script.ScriptJob";
    public static final String EXCEPTION_HANDLER = "job_exception_handler";
    public static final String DEFAULT_EXCEPTION_HANDLER =
            "com.dangdang.ddframe.job.executor.handler.impl.DefaultJobExceptionHandler";
    public static final String EXECUTOR_SERVICE_HANDLER = "executor_service_handler";
    public static final String DEFAULT_EXECUTOR_SERVICE_HANDLER =
            "com.dangdang.ddframe.job.executor.handler.impl.DefaultExecutorServiceHandler";

    private JobDefaults() {
    }

    /** Returns the job properties with both handlers, first in their order, and everything else that is there. */
    public static JsonObject complete(JsonObject jobProperties) {
        JsonObject complete = new JsonObject();
        complete.addProperty(EXCEPTION_HANDLER, DEFAULT_EXCEPTION_HANDLER);
        complete.addProperty(EXECUTOR_SERVICE_HANDLER, DEFAULT_EXECUTOR_SERVICE_HANDLER);
        for (Map.Entry<String, JsonElement> property : jobProperties.entrySet()) {
            complete.add(property.getKey(), property.getValue());
        }
        return complete;
    }
}
