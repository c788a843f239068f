package io.jobdeck.desktop.apps;

import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.view.ChangeHistory;
import io.jobdeck.desktop.view.Details;
import io.jobdeck.desktop.view.DetailsGrid;
import io.jobdeck.desktop.view.ViewContext;
import io.jobdeck.scheduler.model.AppConfig;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;

/** Everything known of one app, as words. */
final class AppDetails {

    private final Texts texts;
    private final AppRow row;

    private AppDetails(ViewContext context, AppRow row) {
        this.texts = context.texts();
        this.row = row;
    }

    static Details of(ViewContext context, AppRow row) {
        ChangeHistory history = new ChangeHistory(context);
        return new Details(new SimpleStringProperty(row.name()), new AppDetails(context, row).fill(new DetailsGrid(context))
                .section("details.history")
                .node(history, () -> history.show(row.facts().changes()))
                .root());
    }

    private DetailsGrid fill(DetailsGrid grid) {
        return grid
                .section("details.now")
                .line("view.apps.column.state", () -> texts.get("app.state." + row.stateProperty().get()))
                .line("details.problem", this::problem)
                .line("view.apps.column.jobs", () -> count(row.jobsProperty().get()))
                .line("details.waiting-jobs", () -> none(row.facts().waitingJobs()))
                .line("view.apps.column.running", () -> count(row.runningTasksProperty().get()))
                .line("view.apps.column.executors", () -> count(row.executorsProperty().get()))
                .line("details.executor-agents", () -> String.join("\n", row.facts().executorAgents()))
                .section("details.config")
                .line("view.apps.column.script", () -> config(AppConfig::bootstrapScript))
                .line("view.apps.column.url", () -> config(AppConfig::appUrl))
                .line("details.executor-kind", () -> config(app -> texts.get("executor-kind." + app.executor())))
                .line("details.each-executor", () -> config(app -> texts.get("details.resources.value",
                        texts.get("number.cpus", app.cpuCount()), texts.get("number.megabytes", app.memoryMb()))))
                .line("details.cache", () -> config(app -> texts.get(app.appCacheEnable() ? "details.yes" : "details.no")));
    }

    private String config(Function<AppConfig, String> value) {
        return row.config().map(value).orElse("");
    }

    private String problem() {
        return row.facts().problem().map(problem -> texts.get("app.problem", problem.detail())).orElse("");
    }

    private String none(int number) {
        return number == 0 ? "" : count(number);
    }

    private String count(int number) {
        return texts.get("number.count", number);
    }
}
