package io.jobdeck.scheduler.rest.v1;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.codec.JsonText;
import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.operations.ConfigReader;
import io.jobdeck.scheduler.operations.OperationException;
import io.jobdeck.scheduler.operations.RegistryView;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import io.jobdeck.scheduler.rest.http.Answers;
import io.jobdeck.scheduler.rest.http.Requests;
import io.jobdeck.scheduler.rest.http.RouteAccess;

/** {@code /api/app} of spec section 11. */
public final class AppRoutes {

    private final SchedulerOperations operations;
    private final RegistryView view;
    private final ConfigReader reader;

    public AppRoutes(SchedulerOperations operations, RegistryView view, ConfigReader reader) {
        this.operations = operations;
        this.view = view;
        this.reader = reader;
    }

    /** Adds its routes. */
    public void addTo(RoutesConfig routes) {
        routes.post("/api/app", this::register, RouteAccess.ADMIN);
        routes.put("/api/app", this::update, RouteAccess.ADMIN);
        routes.get("/api/app/list", context -> Answers.array(context, view.apps(), Codecs.APP_REST::write),
                RouteAccess.VIEWER);
        routes.get("/api/app/{app}", this::get, RouteAccess.VIEWER);
        routes.delete("/api/app/{app}", this::deregister, RouteAccess.ADMIN);
        routes.get("/api/app/{app}/disable",
                context -> Answers.json(context, Boolean.toString(view.isAppDisabled(app(context)))), RouteAccess.VIEWER);
        routes.post("/api/app/{app}/disable", this::disable, RouteAccess.ADMIN);
        routes.delete("/api/app/{app}/disable", this::enable, RouteAccess.ADMIN);
    }

    private static String app(Context context) {
        return context.pathParam("app");
    }

    private void register(Context context) {
        operations.registerApp(reader.readApp(Requests.jsonBody(context)), Requests.caller(context));
        Answers.done(context);
    }

    private void update(Context context) {
        String json = Requests.jsonBody(context);
        AppConfig sent = reader.readApp(json);
        Refusals.allowingNotFound(context,
                () -> operations.updateApp(withStoredExecutor(sent, json), Requests.caller(context)));
    }

    /** A client of 2.1.5 does not know the executor library, so what it does not say must not change it. */
    private AppConfig withStoredExecutor(AppConfig sent, String json) {
        return JsonText.object(json).has("executor") ? sent
                : view.app(sent.appName()).map(stored -> sent.withExecutor(stored.executor())).orElse(sent);
    }

    private void get(Context context) {
        AppConfig app = view.app(app(context)).orElseThrow(
                () -> OperationException.notFound("There is no app '%s'.".formatted(app(context))));
        Answers.json(context, Codecs.APP_REST.write(app));
    }

    private void deregister(Context context) {
        Refusals.allowingNotFound(context, () -> operations.deregisterApp(app(context), Requests.caller(context)));
    }

    private void disable(Context context) {
        Refusals.allowingNotFound(context, () -> operations.disableApp(app(context), Requests.caller(context)));
    }

    private void enable(Context context) {
        operations.enableApp(app(context), Requests.caller(context));
        Answers.done(context);
    }
}
