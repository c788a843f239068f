package io.jobdeck.scheduler.rest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.jobdeck.scheduler.rest.http.RouteAccess;
import java.time.Duration;
import java.util.Optional;

/** {@code /metrics} for Prometheus, and the measuring of calls. */
final class MetricsRoute {

    private static final String PLAIN = "text/plain; version=0.0.4; charset=utf-8";
    private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    private static final String BEGUN = "jobdeck.begun";
    /** Unknown paths come in any number, so they share one name. */
    private static final String NO_ROUTE = "none";

    private final Monitoring monitoring;
    private final boolean open;

    /** @param open whether metrics are shown without an account */
    MetricsRoute(Monitoring monitoring, boolean open) {
        this.monitoring = monitoring;
        this.open = open;
    }

    void addTo(RoutesConfig routes) {
        routes.before(context -> context.attribute(BEGUN, System.nanoTime()));
        routes.after(this::measure);
        routes.get("/metrics", this::show, open ? RouteAccess.OPEN : RouteAccess.VIEWER);
    }

    private void show(Context context) {
        boolean openMetrics = Optional.ofNullable(context.header("Accept")).orElse("").contains("application/openmetrics-text");
        String contentType = openMetrics ? OPEN_METRICS : PLAIN;
        context.contentType(contentType).result(monitoring.metrics(contentType));
    }

    private void measure(Context context) {
        Long begun = context.attribute(BEGUN);
        if (begun != null) {
            Endpoint matched = context.endpoints().matchedHttpEndpoint();
            String route = matched == null ? NO_ROUTE : matched.path;
            monitoring.answered(context.method().name(), route, context.statusCode(), Duration.ofNanos(System.nanoTime() - begun));
        }
    }
}
