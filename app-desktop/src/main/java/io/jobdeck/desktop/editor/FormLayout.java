package io.jobdeck.desktop.editor;

import io.jobdeck.desktop.editor.DocumentField.Form;
import io.jobdeck.scheduler.codec.JobDefaults;
import io.jobdeck.scheduler.model.ExecutionType;
import io.jobdeck.scheduler.model.JobType;
import java.util.List;
import java.util.Set;

/** Which members the form of each kind of document shows, in the order of the form. */
final class FormLayout {

    /** Field of the class that hears of a run's exception. */
    static final String EXCEPTION_HANDLER = "jobProperties." + JobDefaults.EXCEPTION_HANDLER;
    /** Field of the class that makes the threads of a job. */
    static final String EXECUTOR_SERVICE_HANDLER = "jobProperties." + JobDefaults.EXECUTOR_SERVICE_HANDLER;

    /** Parts of a form that show something and change nothing. */
    static final Set<String> ONLY_SHOWN = Set.of("other-members", "cron-help");

    private static final List<DocumentField> JOB_FIELDS = List.of(
            DocumentField.required("jobName", Form.WORD),
            DocumentField.required("appName", Form.WORD),
            DocumentField.required("description", Form.TEXT),
            DocumentField.required("jobExecutionType", Form.WORD),
            DocumentField.required("cron", Form.WORD),
            DocumentField.required("shardingTotalCount", Form.NUMBER),
            DocumentField.required("shardingItemParameters", Form.WORD),
            DocumentField.required("jobParameter", Form.TEXT),
            DocumentField.required("cpuCount", Form.NUMBER),
            DocumentField.required("memoryMB", Form.NUMBER),
            DocumentField.optional("failoverMaxAttempts", Form.NUMBER),
            DocumentField.optional("unreachableLimitSeconds", Form.NUMBER),
            DocumentField.optional("placement", Form.WORD),
            DocumentField.required("jobType", Form.WORD),
            DocumentField.required("jobClass", Form.WORD),
            DocumentField.required("scriptCommandLine", Form.TEXT),
            DocumentField.optional("beanName", Form.WORD),
            DocumentField.optional("applicationContext", Form.WORD),
            new DocumentField(EXCEPTION_HANDLER, List.of("jobProperties", JobDefaults.EXCEPTION_HANDLER), Form.WORD, true),
            new DocumentField(EXECUTOR_SERVICE_HANDLER, List.of("jobProperties", JobDefaults.EXECUTOR_SERVICE_HANDLER),
                    Form.WORD, true));

    private static final List<DocumentFlag> JOB_FLAGS = List.of(
            new DocumentFlag("misfire", false, false),
            new DocumentFlag("failover", false, false),
            new DocumentFlag("partialLaunch", false, true),
            new DocumentFlag("streamingProcess", false, false));

    private static final List<DocumentField> APP_FIELDS = List.of(
            DocumentField.required("appName", Form.WORD),
            DocumentField.required("executor", Form.WORD),
            DocumentField.required("appURL", Form.WORD),
            DocumentField.required("bootstrapScript", Form.WORD),
            DocumentField.required("cpuCount", Form.NUMBER),
            DocumentField.required("memoryMB", Form.NUMBER),
            DocumentField.required("eventTraceSamplingCount", Form.NUMBER));

    private static final List<DocumentFlag> APP_FLAGS = List.of(new DocumentFlag("appCacheEnable", true, false));

    private FormLayout() {
    }

    static List<DocumentField> fields(DocumentKind kind) {
        return kind == DocumentKind.JOB ? JOB_FIELDS : APP_FIELDS;
    }

    static List<DocumentFlag> flags(DocumentKind kind) {
        return kind == DocumentKind.JOB ? JOB_FLAGS : APP_FLAGS;
    }

    /** Returns whether the form has a place for the field in this document. */
    static boolean shows(DocumentKind kind, Document document, String field) {
        boolean known = ONLY_SHOWN.contains(field)
                || fields(kind).stream().anyMatch(each -> each.id().equals(field))
                || flags(kind).stream().anyMatch(each -> each.member().equals(field));
        return known && (kind == DocumentKind.APP || applies(document, field));
    }

    private static boolean applies(Document job, String field) {
        String type = job.text("jobType");
        boolean transientJob = !job.text("jobExecutionType").equals(ExecutionType.DAEMON.name());
        return switch (field) {
            case "jobClass", "beanName", "applicationContext" -> !type.equals(JobType.SCRIPT.name());
            case "scriptCommandLine" -> type.equals(JobType.SCRIPT.name());
            case "streamingProcess" -> type.equals(JobType.DATAFLOW.name());
            case "misfire", "failover" -> transientJob;
            default -> true;
        };
    }
}
