package io.jobdeck.scheduler.rest.v1;

import io.javalin.http.Context;
import io.jobdeck.scheduler.operations.OperationException;
import io.jobdeck.scheduler.rest.http.Answers;
import io.jobdeck.scheduler.rest.http.Requests;

/** Which refusals 2.1.5 does not have. */
final class Refusals {

    private Refusals() {
    }

    /** Does what may find nothing to do; that is told to strict clients only. */
    static void allowingNotFound(Context context, Runnable operation) {
        try {
            operation.run();
        } catch (OperationException e) {
            if (e.kind() != OperationException.Kind.NOT_FOUND || Requests.isStrict(context)) {
                throw e;
            }
        }
        Answers.done(context);
    }
}
