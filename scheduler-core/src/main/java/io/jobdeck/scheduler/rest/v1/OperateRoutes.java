package io.jobdeck.scheduler.rest.v1;

import com.google.gson.JsonObject;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.jobdeck.scheduler.codec.JsonText;
import io.jobdeck.scheduler.insight.ClusterInsight;
import io.jobdeck.scheduler.model.ReconcileRequest;
import io.jobdeck.scheduler.operations.FieldProblem;
import io.jobdeck.scheduler.operations.OperationException;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import io.jobdeck.scheduler.rest.http.Answers;
import io.jobdeck.scheduler.rest.http.HttpProblemException;
import io.jobdeck.scheduler.rest.http.Requests;
import io.jobdeck.scheduler.rest.http.RouteAccess;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;

/** {@code /api/operate} of spec section 11. */
public final class OperateRoutes {

    private static final Duration BETWEEN_RECONCILIATIONS = Duration.ofSeconds(10);

    private final SchedulerOperations operations;
    private final ClusterInsight insight;

    public OperateRoutes(SchedulerOperations operations, ClusterInsight insight) {
        this.operations = operations;
        this.insight = insight;
    }

    /** Adds its routes. */
    public void addTo(RoutesConfig routes) {
        routes.post("/api/operate/reconcile/explicit", context -> reconcile(context, ReconcileRequest.Kind.EXPLICIT),
                RouteAccess.ADMIN);
        routes.post("/api/operate/reconcile/implicit", context -> reconcile(context, ReconcileRequest.Kind.IMPLICIT),
                RouteAccess.ADMIN);
        routes.get("/api/operate/sandbox", this::sandboxes, RouteAccess.VIEWER);
    }

    private void sandboxes(Context context) {
        String app = Optional.ofNullable(context.queryParam("appName")).filter(name -> !name.isEmpty())
                .orElseThrow(() -> OperationException.invalid(List.of(
                        new FieldProblem("appName", "must name the app.", "/api/operate/sandbox?appName=billing"))));
        Answers.array(context, insight.sandboxes(app), sandbox -> {
            JsonObject json = new JsonObject();
            json.addProperty("hostname", sandbox.agentHost());
            json.addProperty("path", sandbox.path());
            return JsonText.write(json);
        });
    }

    private void reconcile(Context context, ReconcileRequest.Kind kind) {
        try {
            operations.reconcile(kind, Requests.caller(context));
        } catch (OperationException e) {
            throw e.kind() == OperationException.Kind.TOO_SOON ? asIn215(e) : e;
        }
        Answers.done(context);
    }

    /** Scripts look for the line that 2.1.5 writes for either kind. */
    private static HttpProblemException asIn215(OperationException tooSoon) {
        return new HttpProblemException(HttpStatus.TOO_MANY_REQUESTS_429,
                "Repeat explicitReconcile. %s".formatted(tooSoon.getMessage()), Optional.of(BETWEEN_RECONCILIATIONS));
    }
}
