package io.jobdeck.scheduler.rest.http;

import io.javalin.security.RouteRole;
import io.jobdeck.scheduler.access.Role;
import java.util.Optional;

/** Who may call a route while authentication is on. A route that does not say so is for administrators only. */
public enum RouteAccess implements RouteRole {
    /** Everybody, without an account. */
    OPEN(null),
    VIEWER(Role.VIEWER),
    OPERATOR(Role.OPERATOR),
    ADMIN(Role.ADMIN);

    private final Role role;

    RouteAccess(Role role) {
        this.role = role;
    }

    /** Returns the role that is needed, empty for none. */
    public Optional<Role> role() {
        return Optional.ofNullable(role);
    }
}
