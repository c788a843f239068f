package io.jobdeck.scheduler.rest.v1;

import io.javalin.http.Context;
import io.jobdeck.scheduler.operations.OperationException;
import io.jobdeck.scheduler.rest.http.Requests;

/** Which refusals 2.1.5 does not have. */
final class Refusals {

    private Refusals() {
    }

    /** Throws the refusal on, unless it says that there is nothing to deregister and the client is not strict. */
    static void allowNotFound(OperationException refusal, Context context) {
        if (refusal.kind() != OperationException.Kind.NOT_FOUND || Requests.isStrict(context)) {
            throw refusal;
        }
    }
}
