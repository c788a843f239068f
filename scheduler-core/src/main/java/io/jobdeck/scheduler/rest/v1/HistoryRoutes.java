package io.jobdeck.scheduler.rest.v1;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.jobdeck.scheduler.rest.http.HttpProblemException;
import io.jobdeck.scheduler.rest.http.RouteAccess;
import java.util.List;
import org.eclipse.jetty.http.HttpStatus;

/** The calls of spec section 11 for what this version does not have: the history of events. */
public final class HistoryRoutes {

    private static final List<String> HISTORY = List.of("/api/job/events/executions", "/api/job/events/statusTraces",
            "/api/job/statistics/tasks/results", "/api/job/statistics/tasks/results/{period}",
            "/api/job/statistics/tasks/running", "/api/job/statistics/jobs/running", "/api/job/statistics/jobs/register");

    /** Adds its routes. */
    public void addTo(RoutesConfig routes) {
        HISTORY.forEach(path -> routes.get(path, HistoryRoutes::noHistory, RouteAccess.VIEWER));
    }

    private static void noHistory(Context context) {
        throw new HttpProblemException(HttpStatus.NOT_IMPLEMENTED_501,
                "This version keeps no history of events and no statistics over time; what is now is below /api/v2.");
    }
}
