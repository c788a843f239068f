package io.jobdeck.scheduler.rest.http;

import io.javalin.http.Context;
import io.javalin.security.RouteRole;
import io.jobdeck.scheduler.access.Account;
import io.jobdeck.scheduler.access.Authenticator;
import io.jobdeck.scheduler.access.Role;
import io.jobdeck.scheduler.access.Verdict;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HttpStatus;

/** Lets a call through to its route if the account whose credentials it carries may make it. */
public final class AccessControl {

    private static final String ACCOUNT = "jobdeck.account";
    private static final String STANDING = "jobdeck.standing";
    private static final String STRANGER = "jobdeck.stranger";
    private static final String[] CHALLENGES = {"Basic realm=\"Jobdeck\", charset=\"UTF-8\"", "Bearer realm=\"Jobdeck\""};

    private final Optional<Authenticator> authenticator;

    /** @param authenticator empty if everybody may do everything */
    public AccessControl(Optional<Authenticator> authenticator) {
        this.authenticator = authenticator;
    }

    /** Returns whose credentials the call carries; empty while authentication is off. */
    public static Optional<Account> account(Context context) {
        return Optional.ofNullable(context.attribute(ACCOUNT));
    }

    /** Returns what tells, at any later time, whether the call could still be made; for answers that go on for long. */
    public static BooleanSupplier standing(Context context) {
        return Optional.<BooleanSupplier>ofNullable(context.attribute(STANDING)).orElse(() -> true);
    }

    /** Returns whether the caller, at an open route, is nobody known although authentication is on. */
    public static boolean isStranger(Context context) {
        return Boolean.TRUE.equals(context.attribute(STRANGER));
    }

    /** Refuses the call with 401, 403 or 429 unless it may be made. */
    public void check(Context context) {
        authenticator.ifPresent(on -> check(context, on));
    }

    private static void check(Context context, Authenticator authenticator) {
        Optional<Role> needed = neededRole(context.routeRoles());
        Verdict verdict = authenticator.check(Optional.ofNullable(context.header("Authorization")), context.ip());
        if (verdict instanceof Verdict.Accepted accepted) {
            context.attribute(ACCOUNT, accepted.account());
            context.attribute(STANDING, (BooleanSupplier) () -> authenticator.knows(accepted.account()));
            needed.filter(role -> !accepted.account().role().covers(role)).ifPresent(role -> {
                throw forbidden(accepted.account(), role);
            });
        } else if (needed.isEmpty()) {
            context.attribute(STRANGER, true);
        } else if (verdict instanceof Verdict.Delayed delayed) {
            throw tooMany(context, delayed.pause());
        } else {
            throw unknown(context, verdict instanceof Verdict.Missing);
        }
    }

    private static Optional<Role> neededRole(Set<RouteRole> roles) {
        return roles.stream().map(RouteAccess.class::cast).findFirst().orElse(RouteAccess.ADMIN).role();
    }

    private static HttpProblemException forbidden(Account account, Role needed) {
        return new HttpProblemException(HttpStatus.FORBIDDEN_403,
                "Account '%s' is a %s; this takes the role %s. Ask whoever administers this scheduler.".formatted(
                        account.name(), account.role().text(), needed.text()));
    }

    private static HttpProblemException unknown(Context context, boolean missing) {
        for (String challenge : CHALLENGES) {
            context.res().addHeader("WWW-Authenticate", challenge);
        }
        return new HttpProblemException(HttpStatus.UNAUTHORIZED_401, missing
                ? "This scheduler wants to know who calls: give the name and password of an account, or a token as bearer."
                : "There is no account with this name and password, or this token.");
    }

    private static HttpProblemException tooMany(Context context, Duration pause) {
        long seconds = pause.toSeconds() + 1;
        context.header("Retry-After", Long.toString(seconds));
        return new HttpProblemException(HttpStatus.TOO_MANY_REQUESTS_429,
                "Too many wrong credentials came from your address. Try again in %d s.".formatted(seconds));
    }
}
