package io.jobdeck.scheduler.simulation;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.ExecutorKind;
import io.jobdeck.scheduler.operations.DisableOptions;
import java.time.Instant;
import java.util.Optional;

/** What can be asked for of an app. */
final class AppRequests {

    private AppRequests() {
    }

    static Operation register(String app, int size) {
        return new Operation("register app %s of size %d".formatted(app, size),
                (operations, caller) -> operations.registerApp(config(app, size), caller),
                rules -> rules.mayRegisterApp(app), rules -> rules.registerApp(app, size));
    }

    static Operation update(String app, int size) {
        return new Operation("update app %s to size %d".formatted(app, size),
                (operations, caller) -> operations.updateApp(config(app, size), caller),
                rules -> rules.knowsApp(app), rules -> rules.updateApp(app, size));
    }

    static Operation disable(String app, boolean keepBacklog, Optional<Instant> until) {
        return new Operation("disable app %s%s%s".formatted(app, keepBacklog ? " and keep its backlog" : "",
                until.map(end -> " until " + end).orElse("")), (operations, caller) ->
                operations.disableApp(app, new DisableOptions(keepBacklog, until), caller),
                rules -> rules.knowsApp(app), rules -> rules.disableApp(app, keepBacklog, until));
    }

    static Operation enable(String app) {
        return new Operation("enable app " + app, (operations, caller) -> operations.enableApp(app, caller),
                rules -> rules.knowsApp(app), rules -> rules.enableApp(app));
    }

    static Operation deregister(String app) {
        return new Operation("deregister app " + app, (operations, caller) -> operations.deregisterApp(app, caller),
                rules -> rules.knowsApp(app), rules -> rules.deregisterApp(app));
    }

    private static AppConfig config(String app, int size) {
        return Codecs.APP.read("""
                {"appName":"%s","appURL":"http://h/x.tar.gz","bootstrapScript":"bin/start.sh","cpuCount":0.%d,
                "memoryMB":32}""".formatted(app, size + 1)).withExecutor(ExecutorKind.JOBDECK);
    }
}
