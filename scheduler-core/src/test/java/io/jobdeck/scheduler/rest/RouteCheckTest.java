package io.jobdeck.scheduler.rest;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.Javalin;
import io.jobdeck.scheduler.rest.http.RouteAccess;
import org.junit.jupiter.api.Test;

/** No server starts with a route that does not say who may call it. */
class RouteCheckTest {

    @Test
    void aRouteThatSaysNothingIsNamed() {
        Javalin javalin = Javalin.create(config -> {
            config.routes.get("/said", context -> { }, RouteAccess.VIEWER);
            config.routes.post("/forgotten", context -> { });
            config.routes.before(context -> { });
        });
        assertThatThrownBy(() -> RouteCheck.demandAccess(javalin)).isInstanceOf(IllegalStateException.class)
                .hasMessage("routes that do not say who may call them: [POST /forgotten]");
    }

    @Test
    void routesThatSayItAreRight() {
        Javalin javalin = Javalin.create(config -> config.routes.get("/said", context -> { }, RouteAccess.OPEN));
        assertThatCode(() -> RouteCheck.demandAccess(javalin)).doesNotThrowAnyException();
    }
}
