package io.jobdeck.desktop.queues;

import io.jobdeck.desktop.action.Action;
import io.jobdeck.desktop.apps.AppRow;
import io.jobdeck.desktop.fold.DisabledFacts;
import io.jobdeck.desktop.jobs.JobRow;
import io.jobdeck.desktop.table.BoundAction;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What can be done with rows of a queue: what can be done with the jobs, or apps, that they are about. Those that make
 * something new belong to the views of jobs and apps and are left out.
 */
public final class RowActions {

    private final List<? extends Action<JobRow>> jobActions;
    private final List<? extends Action<AppRow>> appActions;
    private final Function<String, Optional<JobRow>> jobs;
    private final Function<String, Optional<AppRow>> apps;

    /** Takes the actions, and where to find jobs and apps by name. */
    public RowActions(List<? extends Action<JobRow>> jobActions, List<? extends Action<AppRow>> appActions,
            Function<String, Optional<JobRow>> jobs, Function<String, Optional<AppRow>> apps) {
        this.jobActions = jobActions.stream().filter(action -> !action.enabledFor(List.of())).toList();
        this.appActions = appActions.stream().filter(action -> !action.enabledFor(List.of())).toList();
        this.jobs = jobs;
        this.apps = apps;
    }

    <R> Supplier<List<BoundAction>> onJobs(Supplier<List<R>> selection, Function<R, String> job) {
        List<BoundAction> actions = BoundAction.all(jobActions, () -> found(selection.get(), job, jobs));
        return () -> actions;
    }

    /** Actions on apps if only apps are selected, else on jobs. */
    Supplier<List<BoundAction>> onSubjects(Supplier<List<DisabledRow>> selection) {
        Function<DisabledRow, String> name = row -> row.subject().name();
        List<BoundAction> onApps = BoundAction.all(appActions,
                () -> found(only(DisabledFacts.Kind.APP, selection.get()), name, apps));
        List<BoundAction> onJobs = BoundAction.all(jobActions,
                () -> found(only(DisabledFacts.Kind.JOB, selection.get()), name, jobs));
        return () -> {
            List<DisabledRow> selected = selection.get();
            boolean appsOnly = !selected.isEmpty() && only(DisabledFacts.Kind.JOB, selected).isEmpty();
            return appsOnly ? onApps : onJobs;
        };
    }

    private static List<DisabledRow> only(DisabledFacts.Kind kind, List<DisabledRow> rows) {
        return rows.stream().filter(row -> row.subject().kind() == kind).toList();
    }

    private static <R, T> List<T> found(List<R> rows, Function<R, String> name,
            Function<String, Optional<T>> byName) {
        return rows.stream().map(name).distinct().map(byName).flatMap(Optional::stream).toList();
    }
}
