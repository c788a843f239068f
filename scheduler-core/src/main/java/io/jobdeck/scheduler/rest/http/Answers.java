package io.jobdeck.scheduler.rest.http;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.jobdeck.scheduler.codec.JsonText;
import io.jobdeck.scheduler.operations.OperationException;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes answers: JSON, nothing, or an error in the form the client accepts. */
public final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final String JSON = "application/json;charset=utf-8";
    private static final String PATHS_WITH_PROBLEMS = "/api/v2";
    private static final String TEXT = "text/plain;charset=utf-8";

    /** Spec section 4.3. */
    private static final String SECONDS_BETWEEN_RECONCILIATIONS = "10";

    private Answers() {
    }

    /** Answers with JSON. */
    public static void json(Context context, String json) {
        context.contentType(JSON).result(json);
    }

    /** Answers with a JSON array of what {@code write} makes of each value. */
    public static <T> void array(Context context, Collection<T> values, Function<T, String> write) {
        json(context, values.stream().map(write).collect(Collectors.joining(",", "[", "]")));
    }

    /** Answers with one line for people. */
    public static void text(Context context, int status, String text) {
        context.status(status).contentType(TEXT).result(text);
    }

    /** Answers that it was done and there is nothing more to say. */
    public static void done(Context context) {
        context.status(HttpStatus.NO_CONTENT_204);
    }

    /** Answers what an operation refused. */
    public static void refused(OperationException refusal, Context context) {
        if (refusal.kind() == OperationException.Kind.TOO_SOON) {
            context.header(Headers.RETRY_AFTER, SECONDS_BETWEEN_RECONCILIATIONS);
        }
        problem(context, HttpProblem.of(refusal));
    }

    /** Answers what ended the handling of the call. */
    public static void problem(HttpProblemException e, Context context) {
        e.retryAfter().ifPresent(pause -> context.header(Headers.RETRY_AFTER, Long.toString(pause.toSeconds())));
        problem(context, e.problem());
    }

    /** Answers what the HTTP layer itself refuses: an unknown path, a wrong method, a body that is too large. */
    public static void httpRefusal(HttpResponseException e, Context context) {
        Optional.ofNullable(e.getDetails().get("availableMethods")).ifPresent(methods -> context.header("Allow", methods));
        problem(context, new HttpProblem(e.getStatus(), switch (e.getStatus()) {
            case HttpStatus.NOT_FOUND_404 -> "There is no %s. The calls are those of /api/v2/openapi.json, and of Elastic-Job-Cloud 2.1.5.".formatted(context.path());
            case HttpStatus.METHOD_NOT_ALLOWED_405 -> "%s cannot be used with %s.".formatted(context.method(), context.path());
            case HttpStatus.PAYLOAD_TOO_LARGE_413 -> "The body is too large; at most 1 MB is taken.";
            default -> HttpStatus.getMessage(e.getStatus()) + ".";
        }));
    }

    /** Answers that this scheduler failed, with the cause in the log only. */
    public static void failure(Exception e, Context context) {
        LOG.error("{} {} failed", context.method(), context.path(), e);
        problem(context, new HttpProblem(HttpStatus.INTERNAL_SERVER_ERROR_500,
                "This scheduler failed to answer; its log says why."));
    }

    private static void problem(Context context, HttpProblem problem) {
        boolean asked = Optional.ofNullable(context.header("Accept"))
                .filter(accept -> accept.contains(HttpProblem.MEDIA_TYPE)).isPresent();
        if (asked || context.path().startsWith(PATHS_WITH_PROBLEMS)) {
            context.status(problem.status()).contentType(HttpProblem.MEDIA_TYPE).result(JsonText.write(problem.json()));
        } else {
            text(context, problem.status(), problem.detail());
        }
    }
}
