package io.jobdeck.scheduler.rest.v2;

import com.google.gson.JsonObject;
import io.jobdeck.scheduler.codec.JsonText;
import io.jobdeck.scheduler.codec.MalformedTextException;
import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.operations.ConfigReader;
import io.jobdeck.scheduler.operations.FieldProblem;
import io.jobdeck.scheduler.operations.OperationException;
import io.jobdeck.scheduler.operations.RegistryView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads configs out of bodies. A member that this version does not know is refused, unless the stored config has it too,
 * so that what a GET gave can be sent back, or the caller is lenient.
 */
final class ConfigBodies {

    private final ConfigReader reader;
    private final RegistryView view;

    ConfigBodies(ConfigReader reader, RegistryView view) {
        this.reader = reader;
        this.view = view;
    }

    AppConfig newApp(Call call) {
        return read(call, reader::examineApp, reader::readApp, AppConfig::unknown, new JsonObject(), List.of("executor"));
    }

    /** Returns the app in the body, which must have the name in the path. */
    AppConfig app(Call call) {
        JsonObject stored = view.app(call.app()).map(AppConfig::unknown).orElseGet(JsonObject::new);
        AppConfig app = read(call, reader::examineApp, reader::readApp, AppConfig::unknown, stored, List.of("executor"));
        demandSame("appName", call.app(), app.appName());
        return app;
    }

    JobConfig newJob(Call call) {
        return read(call, reader::examineJob, reader::readJob, JobConfig::unknown, new JsonObject(), List.of());
    }

    /** Returns the job in the body, which must have the name in the path. */
    JobConfig job(Call call) {
        JsonObject stored = view.job(call.job()).map(JobConfig::unknown).orElseGet(JsonObject::new);
        JobConfig job = read(call, reader::examineJob, reader::readJob, JobConfig::unknown, stored, List.of());
        demandSame("jobName", call.job(), job.jobName());
        return job;
    }

    private static <T> T read(Call call, Function<String, List<FieldProblem>> examine, Function<String, T> read,
            Function<T, JsonObject> unknown, JsonObject allowed, List<String> required) {
        String json = call.json();
        List<FieldProblem> problems = new ArrayList<>(examine.apply(json));
        required.stream().filter(name -> lacks(json, name)).forEach(name ->
                problems.add(new FieldProblem(name, "is missing.", "JOBDECK")));
        if (!problems.isEmpty()) {
            throw OperationException.invalid(problems);
        }
        T config = read.apply(json);
        if (!call.isLenient()) {
            unknown.apply(config).keySet().stream().filter(name -> !allowed.has(name)).map(Call::unknownMember)
                    .forEach(problems::add);
        }
        if (!problems.isEmpty()) {
            throw OperationException.invalid(problems);
        }
        return config;
    }

    private static boolean lacks(String json, String name) {
        try {
            return !JsonText.object(json).has(name);
        } catch (MalformedTextException toldAlready) {
            return false;
        }
    }

    private static void demandSame(String field, String path, String body) {
        if (!path.equals(body)) {
            throw OperationException.invalid(List.of(new FieldProblem(field,
                    "must be the name in the path, is '%s'. Nothing can be renamed.".formatted(body), path)));
        }
    }
}
