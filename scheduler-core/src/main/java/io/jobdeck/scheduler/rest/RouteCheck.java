package io.jobdeck.scheduler.rest;

import io.javalin.Javalin;
import io.javalin.router.Endpoint;
import io.javalin.security.Roles;
import io.jobdeck.scheduler.rest.http.RouteAccess;
import java.util.List;

/** Sees to it that no route is forgotten when it is said who may call what. */
final class RouteCheck {

    private RouteCheck() {
    }

    /** @throws IllegalStateException naming the routes that do not say who may call them */
    static void demandAccess(Javalin javalin) {
        List<String> silent = javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(parsed -> parsed.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod() && !saysWho(endpoint))
                .map(endpoint -> endpoint.method + " " + endpoint.path)
                .toList();
        if (!silent.isEmpty()) {
            throw new IllegalStateException("routes that do not say who may call them: " + silent);
        }
    }

    private static boolean saysWho(Endpoint endpoint) {
        Roles roles = endpoint.metadata(Roles.class);
        return roles != null && roles.getRoles().size() == 1
                && roles.getRoles().stream().allMatch(RouteAccess.class::isInstance);
    }
}
