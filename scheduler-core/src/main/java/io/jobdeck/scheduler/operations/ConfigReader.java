package io.jobdeck.scheduler.operations;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.codec.MemberProblem;
import io.jobdeck.scheduler.codec.Reading;
import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.JobConfig;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads apps and jobs as people send them and tells all that is wrong at once: with the JSON, with the type of a
 * member, and with its value. Safe on any thread.
 */
public final class ConfigReader {

    private static final Set<String> TYPE_DEPENDENT = Set.of("jobClass", "scriptCommandLine", "streamingProcess");

    private final AppValidator appValidator;
    private final JobValidator jobValidator;

    public ConfigReader(AppValidator appValidator, JobValidator jobValidator) {
        this.appValidator = appValidator;
        this.jobValidator = jobValidator;
    }

    /**
     * Reads an app in its REST form.
     *
     * @throws OperationException of kind INVALID with every problem
     */
    public AppConfig readApp(String json) {
        return valid(Codecs.APP_REST.examine(json), appValidator::validate);
    }

    /**
     * Reads a job.
     *
     * @throws OperationException of kind INVALID with every problem
     */
    public JobConfig readJob(String json) {
        return valid(Codecs.JOB.examine(json), jobValidator::validate);
    }

    /** Returns everything that is wrong with the text of an app. */
    public List<FieldProblem> examineApp(String json) {
        return problems(Codecs.APP_REST.examine(json), appValidator::validate);
    }

    /** Returns everything that is wrong with the text of a job. */
    public List<FieldProblem> examineJob(String json) {
        return problems(Codecs.JOB.examine(json), jobValidator::validate);
    }

    private static <T> T valid(Reading<T> reading, Function<T, List<FieldProblem>> validate) {
        List<FieldProblem> problems = problems(reading, validate);
        if (!problems.isEmpty()) {
            throw OperationException.invalid(problems);
        }
        return reading.value().orElseThrow();
    }

    private static <T> List<FieldProblem> problems(Reading<T> reading, Function<T, List<FieldProblem>> validate) {
        List<FieldProblem> all = new ArrayList<>();
        Set<String> unreadable = new HashSet<>();
        for (MemberProblem problem : reading.problems()) {
            String field = problem.member().isEmpty() ? FieldExamples.BODY : problem.member();
            unreadable.add(field);
            all.add(new FieldProblem(field, problem.message(), FieldExamples.of(field)));
        }
        reading.value().map(validate).orElse(List.of()).stream()
                .filter(problem -> !restsOn(unreadable, problem.field()))
                .forEach(all::add);
        return List.copyOf(all);
    }

    /** A value that stands in for one that could not be read must not be complained about. */
    private static boolean restsOn(Set<String> unreadable, String field) {
        return unreadable.contains(field)
                || unreadable.contains("jobType") && TYPE_DEPENDENT.contains(field)
                || unreadable.contains("shardingTotalCount") && field.equals("shardingItemParameters")
                || unreadable.contains("executor") && field.equals("bootstrapScript");
    }
}
