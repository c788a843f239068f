package io.jobdeck.desktop.editor;

import io.jobdeck.desktop.form.DocumentSink;
import io.jobdeck.desktop.form.FormModel;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.model.ExecutionType;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.JobType;
import io.jobdeck.scheduler.operations.FieldProblem;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;

/** The form of one job. Fields are named as in its JSON (spec section 3.2); those that do not apply are not shown. */
public final class JobEditorModel extends FormModel {

    private final EditorMode mode;
    private final JobConfig original;
    private final Function<JobConfig, List<FieldProblem>> rules;
    private final KnownNames names;
    private final ZoneId zone;
    private final DocumentSink<JobConfig> sink;
    private final Texts texts;
    private final Numbers numbers;

    private final StringProperty jobName;
    private final StringProperty appName;
    private final StringProperty description;
    private final ObjectProperty<JobType> jobType;
    private final ObjectProperty<ExecutionType> executionType;
    private final StringProperty jobClass;
    private final StringProperty scriptCommandLine;
    private final BooleanProperty streamingProcess;
    private final StringProperty cron;
    private final BooleanProperty misfire;
    private final BooleanProperty failover;
    private final StringProperty shardingTotalCount;
    private final StringProperty shardingItemParameters;
    private final StringProperty jobParameter;
    private final StringProperty cpuCount;
    private final StringProperty memoryMb;
    private final StringProperty beanName;
    private final StringProperty applicationContext;

    /**
     * @param original what the form shows at first; members it has no field for are kept
     * @param rules the server's own
     * @param names the apps and jobs that exist, as far as is known here
     * @param zone zone in which the leader fires crons
     */
    public JobEditorModel(EditorMode mode, JobConfig original, Function<JobConfig, List<FieldProblem>> rules,
            KnownNames names, ZoneId zone, DocumentSink<JobConfig> sink, Texts texts) {
        this.mode = mode;
        this.original = original;
        this.rules = rules;
        this.names = names;
        this.zone = zone;
        this.sink = sink;
        this.texts = texts;
        this.numbers = new Numbers(texts);
        jobName = text("jobName", original.jobName());
        appName = text("appName", original.appName());
        description = text("description", original.description());
        jobType = choice("jobType", original.jobType());
        executionType = choice("jobExecutionType", original.executionType());
        jobClass = text("jobClass", original.jobType() == JobType.SCRIPT ? "" : original.jobClass());
        scriptCommandLine = text("scriptCommandLine", original.scriptCommandLine());
        streamingProcess = flag("streamingProcess", original.streamingProcess());
        cron = text("cron", original.cron());
        misfire = flag("misfire", original.misfire());
        failover = flag("failover", original.failover());
        shardingTotalCount = text("shardingTotalCount", String.valueOf(original.shardingTotalCount()));
        shardingItemParameters = text("shardingItemParameters", original.shardingItemParameters());
        jobParameter = text("jobParameter", original.jobParameter());
        cpuCount = text("cpuCount", Numbers.text(original.cpuCount()));
        memoryMb = text("memoryMB", Numbers.text(original.memoryMb()));
        beanName = text("beanName", original.beanName());
        applicationContext = text("applicationContext", original.applicationContext());
    }

    /** Returns the document as the form states it; a number that cannot be read is the original one. */
    public JobConfig document() {
        JobType type = jobType.get();
        return new JobConfig(
                jobName.get().strip(),
                appName.get().strip(),
                type == JobType.SCRIPT ? original.jobClass() : jobClass.get().strip(),
                type,
                executionType.get(),
                cron.get().strip(),
                Numbers.whole(shardingTotalCount.get()).orElse(original.shardingTotalCount()),
                shardingItemParameters.get().strip(),
                jobParameter.get(),
                failover.get(),
                misfire.get(),
                description.get(),
                original.jobProperties(),
                type == JobType.DATAFLOW && streamingProcess.get(),
                type == JobType.SCRIPT ? scriptCommandLine.get() : null,
                Numbers.decimal(cpuCount.get()).orElse(original.cpuCount()),
                Numbers.decimal(memoryMb.get()).orElse(original.memoryMb()),
                textOrAbsent(beanName),
                textOrAbsent(applicationContext),
                original.policy(),
                original.unknown());
    }

    private static String textOrAbsent(StringProperty field) {
        String text = field.get().strip();
        return text.isEmpty() ? null : text;
    }

    @Override
    protected List<FieldProblem> check() {
        List<FieldProblem> found = new ArrayList<>();
        numbers.wholeProblem("shardingTotalCount", shardingTotalCount.get(), "3").ifPresent(found::add);
        numbers.decimalProblem("cpuCount", cpuCount.get(), "0.5").ifPresent(found::add);
        numbers.decimalProblem("memoryMB", memoryMb.get(), "64").ifPresent(found::add);
        JobConfig document = document();
        if (mode == EditorMode.REGISTER && names.jobs().contains(document.jobName())) {
            found.add(new FieldProblem("jobName", texts.get("form.problem.job-exists"), document.jobName() + "_2"));
        }
        if (mode == EditorMode.REGISTER && !document.appName().isEmpty() && !names.apps().contains(document.appName())) {
            found.add(new FieldProblem("appName", texts.get("form.problem.app-missing"),
                    names.apps().stream().findFirst().orElse("sample_app")));
        }
        found.addAll(rules.apply(document));
        return found;
    }

    @Override
    public boolean shows(String field) {
        return switch (field) {
            case "jobClass", "beanName", "applicationContext" -> jobType.get() != JobType.SCRIPT;
            case "scriptCommandLine" -> jobType.get() == JobType.SCRIPT;
            case "streamingProcess" -> jobType.get() == JobType.DATAFLOW;
            case "misfire", "failover" -> executionType.get() == ExecutionType.TRANSIENT;
            case "jobName", "appName", "description", "jobType", "jobExecutionType", "cron", "shardingTotalCount",
                    "shardingItemParameters", "jobParameter", "cpuCount", "memoryMB" -> true;
            default -> false;
        };
    }

    @Override
    protected void send() {
        sink.save(document(), this::succeed, this::fail);
    }

    public EditorMode mode() {
        return mode;
    }

    /** Returns the apps to choose from. */
    public List<String> apps() {
        return List.copyOf(names.apps());
    }

    /** Returns the zone in which the leader fires crons. */
    public ZoneId zone() {
        return zone;
    }

    public StringProperty jobNameProperty() {
        return jobName;
    }

    public StringProperty appNameProperty() {
        return appName;
    }

    public StringProperty descriptionProperty() {
        return description;
    }

    public ObjectProperty<JobType> jobTypeProperty() {
        return jobType;
    }

    public ObjectProperty<ExecutionType> executionTypeProperty() {
        return executionType;
    }

    public StringProperty jobClassProperty() {
        return jobClass;
    }

    public StringProperty scriptCommandLineProperty() {
        return scriptCommandLine;
    }

    public BooleanProperty streamingProcessProperty() {
        return streamingProcess;
    }

    public StringProperty cronProperty() {
        return cron;
    }

    public BooleanProperty misfireProperty() {
        return misfire;
    }

    public BooleanProperty failoverProperty() {
        return failover;
    }

    public StringProperty shardingTotalCountProperty() {
        return shardingTotalCount;
    }

    public StringProperty shardingItemParametersProperty() {
        return shardingItemParameters;
    }

    public StringProperty jobParameterProperty() {
        return jobParameter;
    }

    public StringProperty cpuCountProperty() {
        return cpuCount;
    }

    /** In MB. */
    public StringProperty memoryMbProperty() {
        return memoryMb;
    }

    public StringProperty beanNameProperty() {
        return beanName;
    }

    public StringProperty applicationContextProperty() {
        return applicationContext;
    }
}
