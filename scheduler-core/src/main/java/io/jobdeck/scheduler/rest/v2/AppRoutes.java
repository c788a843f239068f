package io.jobdeck.scheduler.rest.v2;

import com.google.gson.JsonObject;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.codec.JsonText;
import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.ConfigVersion;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.operations.OperationException;
import io.jobdeck.scheduler.operations.RegistryView;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.rest.http.Headers;
import io.jobdeck.scheduler.rest.http.RouteAccess;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Apps: their configs, whether they are disabled, and what can be done to them. */
final class AppRoutes {

    private static final String TAG = "Apps";
    private static final QueryParameter NAME = QueryParameter.text("name", "Only apps whose names hold this text.", "bill");

    private final SchedulerOperations operations;
    private final RegistryView view;
    private final LiveNodes nodes;
    private final ConfigBodies bodies;

    AppRoutes(SchedulerOperations operations, RegistryView view, LiveNodes nodes, ConfigBodies bodies) {
        this.operations = operations;
        this.view = view;
        this.nodes = nodes;
        this.bodies = bodies;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/apps").names("listApps", TAG, "Lists apps by name").takes(NAME, Page.LIMIT, Page.AFTER)
                        .answers(200, "AppPage", "A page of apps").handledBy(this::list),
                Route.post("/apps").access(RouteAccess.ADMIN).names("registerApp", TAG, "Registers an app").body("AppConfig")
                        .answersNothing(201, "It is registered", "Location").refuses(409).handledBy(this::register),
                Route.get("/apps/{app}").names("getApp", TAG, "Shows an app with its state")
                        .answers(200, "App", "The app").refuses(404).handledBy(this::show),
                Route.delete("/apps/{app}").access(RouteAccess.ADMIN).names("deregisterApp", TAG,
                        "Deregisters an app with all its jobs").description("Its tasks are killed and its executors stopped.")
                        .answersNothing(204, "It is gone").refuses(404, 409).handledBy(this::deregister),
                Route.get("/apps/{app}/config").names("getAppConfig", TAG, "Returns the config of an app, to be updated")
                        .answers(200, "AppConfig", "The config", Headers.ETAG).refuses(404).handledBy(this::config),
                Route.put("/apps/{app}/config").access(RouteAccess.ADMIN).names("updateApp", TAG, "Replaces the config of an app")
                        .description("Its executors are replaced when their tasks have ended.")
                        .body("AppConfig").ifMatch().answersNothing(204, "It is stored")
                        .refuses(404, 409, 412, 428).handledBy(this::update),
                Route.get("/apps/{app}/changes").names("listAppChanges", TAG, "Lists the newest updates of its config, newest first")
                        .answers(200, "Changes", "Who changed what, and when").refuses(404).handledBy(this::changes),
                Route.post("/apps/{app}/disable").access(RouteAccess.ADMIN).names("disableApp", TAG, "Disables an app")
                        .description("Stops all its jobs and keeps them from running. Nothing happens if it is disabled already.")
                        .optionalBody("DisableOptions").answersNothing(204, "It is disabled").refuses(404, 409)
                        .handledBy(this::disable),
                Route.post("/apps/{app}/enable").access(RouteAccess.ADMIN).names("enableApp", TAG, "Enables an app")
                        .description("Its jobs run again, save those that are disabled themselves.")
                        .answersNothing(204, "It is enabled").refuses(404, 409).handledBy(this::enable));
    }

    private void list(Call call) {
        String part = call.text(NAME).orElse("");
        List<AppConfig> apps = view.apps().stream().filter(app -> app.appName().contains(part)).toList();
        Page.answer(call, apps, AppConfig::appName, page -> {
            Map<String, Long> jobs = jobsByApp();
            return page.stream().map(app -> json(app.appName(), jobs)).flatMap(Optional::stream).toList();
        });
    }

    private void show(Call call) {
        call.ok(json(call.app(), jobsByApp()).orElseThrow(() -> unknown(call)));
    }

    private void config(Call call) {
        // Taken first, so that a change in between makes an update stale instead of overwriting it.
        Optional<ConfigVersion> version = view.appVersion(call.app());
        AppConfig app = stored(call);
        version.ifPresent(call::etag);
        call.ok(Codecs.APP_REST.write(app));
    }

    private void changes(Call call) {
        call.ok(nodes.changes(RegistryPaths.appChanges(stored(call).appName())));
    }

    private void register(Call call) {
        AppConfig app = bodies.newApp(call);
        operations.registerApp(app, call.caller());
        call.created("/apps", app.appName());
    }

    private void update(Call call) {
        operations.updateApp(bodies.app(call), call.basis(), call.caller());
        call.done();
    }

    private void deregister(Call call) {
        operations.deregisterApp(call.app(), call.caller());
        call.done();
    }

    private void disable(Call call) {
        operations.disableApp(call.app(), call.body(OptionBodies::disable), call.caller());
        call.done();
    }

    private void enable(Call call) {
        operations.enableApp(call.app(), call.caller());
        call.done();
    }

    private AppConfig stored(Call call) {
        return view.app(call.app()).orElseThrow(() -> unknown(call));
    }

    private static OperationException unknown(Call call) {
        return OperationException.notFound(
                "There is no app '%s'. Look for its name in the list of apps, or register it.".formatted(call.app()));
    }

    private Map<String, Long> jobsByApp() {
        return view.jobs().stream().map(JobConfig::appName)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private Optional<JsonObject> json(String app, Map<String, Long> jobs) {
        return view.appVersion(app).flatMap(version -> view.app(app).map(config -> {
            JsonObject json = new JsonObject();
            json.addProperty("name", app);
            json.addProperty("enabled", !view.isAppDisabled(app));
            nodes.appDisablement(app).ifPresent(disabled -> Json.addIfPresent(json, "disabled", disabled, Json::of));
            json.addProperty("jobs", jobs.getOrDefault(app, 0L));
            json.addProperty("version", version.text());
            json.add("config", JsonText.object(Codecs.APP_REST.write(config)));
            return json;
        }));
    }
}
