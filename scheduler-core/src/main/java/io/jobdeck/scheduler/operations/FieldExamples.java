package io.jobdeck.scheduler.operations;

import java.util.Map;

/** For every field of an app or a job, by its JSON name, a value that is right. */
final class FieldExamples {

    /** Names the whole of what was sent where no field can be named. */
    static final String BODY = "body";

    private static final Map<String, String> EXAMPLES = Map.ofEntries(
            Map.entry(BODY, "{\"jobName\":\"daily-report\", ...}"),
            Map.entry("appName", "billing"),
            Map.entry("appURL", "https://repo.example.com/billing-1.0.tar.gz"),
            Map.entry("bootstrapScript", "bin/start.sh"),
            Map.entry("cpuCount", "0.5"),
            Map.entry("memoryMB", "128"),
            Map.entry("appCacheEnable", "true"),
            Map.entry("eventTraceSamplingCount", "0"),
            Map.entry("executor", "JOBDECK"),
            Map.entry("jobName", "daily-report"),
            Map.entry("jobClass", "com.example.DailyReport"),
            Map.entry("jobType", "SIMPLE"),
            Map.entry("jobExecutionType", "TRANSIENT"),
            Map.entry("cron", "0 0/5 * * * ?"),
            Map.entry("shardingTotalCount", "3"),
            Map.entry("shardingItemParameters", "0=Berlin,1=Rome,2=Oslo"),
            Map.entry("jobParameter", "region=eu"),
            Map.entry("failover", "true"),
            Map.entry("misfire", "false"),
            Map.entry("description", "Sends the daily report"),
            Map.entry("jobProperties", "{\"job_exception_handler\":\"com.example.Handler\"}"),
            Map.entry("streamingProcess", "true"),
            Map.entry("scriptCommandLine", "python3 report.py --full"),
            Map.entry("failoverMaxAttempts", "3"),
            Map.entry("partialLaunch", "true"),
            Map.entry("unreachableLimitSeconds", "600"),
            Map.entry("placement", "SPREAD"),
            Map.entry("beanName", "dailyReport"),
            Map.entry("applicationContext", "applicationContext.xml"));

    private FieldExamples() {
    }

    static String of(String field) {
        return EXAMPLES.getOrDefault(field, EXAMPLES.get(BODY));
    }
}
