package io.jobdeck.desktop.action;

import io.jobdeck.desktop.fold.AppFacts;
import io.jobdeck.desktop.fold.JobFacts;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.operations.Caller;
import io.jobdeck.scheduler.operations.DisableOptions;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Which of what is done to apps can be undone, and how. Interface thread only, but for the undoing itself. */
final class AppUndo {

    private final ActionContext context;
    private final Inventory inventory;

    AppUndo(ActionContext context) {
        this.context = context;
        this.inventory = context.inventory();
    }

    /** The app is disabled again as it was, as long as nothing of it runs. An app with daemons runs at once. */
    Map<Target.App, WayBack> ofEnabling(List<Target.App> targets) {
        StoredState stored = new StoredState(context.connection().tree());
        return ways(targets, app -> {
            if (app.runningTasks() > 0 || jobsOf(app).stream().anyMatch(Reasons::isDaemon)) {
                return Optional.empty();
            }
            DisableOptions was = stored.disablementOfApp(app.name()).map(JobUndo::options).orElse(DisableOptions.STANDARD);
            return Optional.of(new WayBack(() -> inventory.app(app.name()).filter(now -> now.runningTasks() > 0)
                    .map(now -> context.texts().get("undo.too-late.begun", app.name())),
                    count -> operations().disableApp(app.name(), was, caller())));
        });
    }

    /** An app of which nothing ran and nothing was lost is enabled again. */
    Undo<Target.App> ofDisabling(boolean keepBacklog) {
        return targets -> ways(targets, app -> {
            boolean lost = app.runningTasks() > 0 || !keepBacklog && jobsOf(app).stream()
                    .anyMatch(job -> job.readyCount() > 0 || job.failoverCount() > 0);
            return lost ? Optional.empty() : Optional.of(WayBack.always(() -> operations().enableApp(app.name(), caller())));
        });
    }

    private List<JobFacts> jobsOf(AppFacts app) {
        return inventory.jobs().stream()
                .filter(job -> job.config().map(JobConfig::appName).filter(app.name()::equals).isPresent())
                .toList();
    }

    private Map<Target.App, WayBack> ways(List<Target.App> targets, Function<AppFacts, Optional<WayBack>> of) {
        Map<Target.App, WayBack> ways = new HashMap<>();
        if (targets.size() <= Undo.MOST) {
            targets.forEach(target -> inventory.app(target.name()).flatMap(of).ifPresent(way -> ways.put(target, way)));
        }
        return ways;
    }

    private SchedulerOperations operations() {
        return context.connection().operations();
    }

    private Caller caller() {
        return context.connection().caller();
    }
}
