package io.jobdeck.scheduler.rest;

import com.google.gson.JsonObject;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.jobdeck.scheduler.codec.JsonText;
import io.jobdeck.scheduler.rest.http.AccessControl;
import io.jobdeck.scheduler.rest.http.Answers;
import io.jobdeck.scheduler.rest.http.RouteAccess;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpStatus;

/**
 * How well a scheduler is: in a line for people, and for orchestrators whether to restart it and whether to send it calls.
 * Mesos out of reach is shown and is no reason for either: operations go on, and a restart mends nothing.
 */
final class HealthRoutes {

    private static final Duration HANGS = Duration.ofSeconds(60);
    private static final String UP = "UP";
    private static final String DOWN = "DOWN";

    private final Supplier<Optional<String>> registryTrouble;
    private final Supplier<Leadership> leadership;
    private final Monitoring monitoring;

    HealthRoutes(Supplier<Optional<String>> registryTrouble, Supplier<Leadership> leadership, Monitoring monitoring) {
        this.registryTrouble = registryTrouble;
        this.leadership = leadership;
        this.monitoring = monitoring;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/health", this::forPeople, RouteAccess.OPEN);
        routes.get("/health/live", context -> answer(context, !hangs()), RouteAccess.OPEN);
        routes.get("/health/ready", context -> answer(context, isReady()), RouteAccess.OPEN);
    }

    private void forPeople(Context context) {
        Optional<String> trouble = registryTrouble.get();
        String state = AccessControl.isStranger(context) ? trouble.isPresent() ? "not ok" : "ok"
                : "%s, %s".formatted(trouble.orElse("ok"), role(leadership.get()));
        Answers.text(context, trouble.isPresent() ? HttpStatus.SERVICE_UNAVAILABLE_503 : HttpStatus.OK_200,
                state + System.lineSeparator());
    }

    private static String role(Leadership now) {
        return now.leads() ? "leading"
                : now.leaderAddress().map("standby, the scheduler at %s leads"::formatted).orElse("standby, nobody leads");
    }

    private boolean hangs() {
        return monitoring.loop().filter(loop -> loop.lag().compareTo(HANGS) > 0).isPresent();
    }

    private boolean isReady() {
        Leadership now = leadership.get();
        return registryTrouble.get().isEmpty() && (now.leads() || now.leaderAddress().isPresent()) && !hangs();
    }

    private void answer(Context context, boolean well) {
        JsonObject json = new JsonObject();
        json.addProperty("status", well ? UP : DOWN);
        if (!AccessControl.isStranger(context)) {
            json.add("checks", checks());
        }
        context.status(well ? HttpStatus.OK_200 : HttpStatus.SERVICE_UNAVAILABLE_503);
        Answers.json(context, JsonText.write(json));
    }

    private JsonObject checks() {
        Leadership now = leadership.get();
        Optional<String> trouble = registryTrouble.get();
        JsonObject checks = new JsonObject();
        checks.add("zookeeper", check(trouble.isEmpty(), trouble.orElse("the registry is in sync")));
        checks.add("leadership", check(now.leads() || now.leaderAddress().isPresent(), role(now)));
        monitoring.loop().ifPresent(loop -> {
            checks.add("mesos", check(loop.subscribed(), loop.subscribed() ? "subscribed" : "not subscribed"));
            JsonObject lag = check(!hangs(), hangs() ? "the scheduling loop hangs" : "the scheduling loop runs");
            lag.addProperty("lagMillis", loop.lag().toMillis());
            checks.add("loop", lag);
        });
        return checks;
    }

    private static JsonObject check(boolean well, String detail) {
        JsonObject check = new JsonObject();
        check.addProperty("status", well ? UP : DOWN);
        check.addProperty("detail", detail);
        return check;
    }
}
