package io.jobdeck.scheduler.rest.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.jobdeck.scheduler.codec.JsonText;
import io.jobdeck.scheduler.codec.MalformedTextException;
import io.jobdeck.scheduler.operations.FieldProblem;
import io.jobdeck.scheduler.operations.OperationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;

/**
 * An error answer: one line of text, or an RFC 9457 problem for those who accept it.
 *
 * @param status HTTP status
 * @param detail one line for people
 * @param problems what is wrong, field by field; often none
 */
public record HttpProblem(int status, String detail, List<FieldProblem> problems) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final Map<OperationException.Kind, Integer> STATUSES = Map.of(
            OperationException.Kind.INVALID, HttpStatus.BAD_REQUEST_400,
            OperationException.Kind.NOT_FOUND, HttpStatus.NOT_FOUND_404,
            OperationException.Kind.CONFLICT, HttpStatus.CONFLICT_409,
            OperationException.Kind.STALE, HttpStatus.CONFLICT_409,
            OperationException.Kind.TOO_SOON, HttpStatus.TOO_MANY_REQUESTS_429,
            OperationException.Kind.UNAUTHENTICATED, HttpStatus.UNAUTHORIZED_401,
            OperationException.Kind.FORBIDDEN, HttpStatus.FORBIDDEN_403,
            OperationException.Kind.UNAVAILABLE, HttpStatus.SERVICE_UNAVAILABLE_503);

    public HttpProblem {
        detail = detail.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ");
        problems = List.copyOf(problems);
    }

    /** Says only what is wrong as a whole. */
    public HttpProblem(int status, String detail) {
        this(status, detail, List.of());
    }

    /** Returns the problem that a refused operation is over HTTP. */
    public static HttpProblem of(OperationException refusal) {
        return new HttpProblem(STATUSES.get(refusal.kind()), refusal.getMessage(), refusal.problems());
    }

    /** Returns it as RFC 9457 wants it. */
    public String json() {
        JsonObject problem = new JsonObject();
        problem.addProperty("type", "about:blank");
        problem.addProperty("title", HttpStatus.getMessage(status));
        problem.addProperty("status", status);
        problem.addProperty("detail", detail);
        if (!problems.isEmpty()) {
            JsonArray errors = new JsonArray();
            problems.forEach(each -> errors.add(json(each)));
            problem.add("errors", errors);
        }
        return JsonText.write(problem);
    }

    private static JsonObject json(FieldProblem problem) {
        JsonObject error = new JsonObject();
        error.addProperty("field", problem.field());
        error.addProperty("message", problem.message());
        error.addProperty("example", problem.example());
        return error;
    }

    /** Reads an answer back; empty if it is no problem of this form. */
    public static Optional<HttpProblem> parse(int status, String json) {
        try {
            JsonObject problem = JsonText.object(json);
            List<FieldProblem> problems = new ArrayList<>();
            if (problem.get("errors") instanceof JsonArray errors) {
                errors.forEach(error -> problems.add(fieldProblem(error)));
            }
            return Optional.of(new HttpProblem(status, text(problem, "detail"), problems));
        } catch (MalformedTextException e) {
            return Optional.empty();
        }
    }

    private static FieldProblem fieldProblem(JsonElement error) {
        JsonObject object = error instanceof JsonObject members ? members : new JsonObject();
        return new FieldProblem(text(object, "field"), text(object, "message"), text(object, "example"));
    }

    private static String text(JsonObject object, String name) {
        return object.get(name) instanceof JsonPrimitive text ? text.getAsString() : "";
    }
}
