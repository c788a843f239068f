package io.jobdeck.scheduler.rest;

import io.javalin.http.Context;
import io.jobdeck.scheduler.rest.http.Answers;
import io.jobdeck.scheduler.rest.http.HttpProblemException;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpStatus;

/** Sends calls to the leader when this scheduler does not lead. */
final class Standby {

    private static final String SECONDS_TO_WAIT = "2";

    private final Supplier<Leadership> leadership;

    Standby(Supplier<Leadership> leadership) {
        this.leadership = leadership;
    }

    /** Answers instead of the call's own handler if this scheduler does not lead. */
    void check(Context context) {
        Leadership now = leadership.get();
        if (now.leads()) {
            return;
        }
        String leader = now.leaderAddress().orElseThrow(() -> {
            context.header("Retry-After", SECONDS_TO_WAIT);
            return new HttpProblemException(HttpStatus.SERVICE_UNAVAILABLE_503,
                    "No scheduler leads just now. One takes over within seconds; try again then.");
        });
        String query = context.queryString() == null ? "" : "?" + context.queryString();
        context.header("Location", RestUrls.of(leader) + context.req().getRequestURI() + query);
        Answers.text(context, HttpStatus.TEMPORARY_REDIRECT_307, "The scheduler at %s leads.".formatted(leader));
        context.skipRemainingHandlers();
    }
}
