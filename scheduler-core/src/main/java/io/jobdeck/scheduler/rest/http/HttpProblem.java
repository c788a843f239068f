package io.jobdeck.scheduler.rest.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.jobdeck.scheduler.codec.JsonText;
import io.jobdeck.scheduler.codec.MalformedTextException;
import io.jobdeck.scheduler.operations.FieldChange;
import io.jobdeck.scheduler.operations.FieldProblem;
import io.jobdeck.scheduler.operations.OperationException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpStatus;

/**
 * An error answer: one line of text, or an RFC 9457 problem.
 *
 * @param status HTTP status
 * @param kind which operation's refusal it is; empty for what HTTP itself refuses
 * @param detail one line for people
 * @param problems what is wrong, field by field; often none
 * @param changes what others changed meanwhile; none unless the kind is STALE
 */
public record HttpProblem(int status, Optional<OperationException.Kind> kind, String detail, List<FieldProblem> problems,
        List<FieldChange> changes) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String BLANK_TYPE = "about:blank";
    private static final String TYPE_PREFIX = "urn:jobdeck:problem:";
    private static final Map<OperationException.Kind, Integer> STATUSES = Map.of(
            OperationException.Kind.INVALID, HttpStatus.BAD_REQUEST_400,
            OperationException.Kind.NOT_FOUND, HttpStatus.NOT_FOUND_404,
            OperationException.Kind.CONFLICT, HttpStatus.CONFLICT_409,
            OperationException.Kind.STALE, HttpStatus.PRECONDITION_FAILED_412,
            OperationException.Kind.TOO_SOON, HttpStatus.TOO_MANY_REQUESTS_429,
            OperationException.Kind.UNAUTHENTICATED, HttpStatus.UNAUTHORIZED_401,
            OperationException.Kind.FORBIDDEN, HttpStatus.FORBIDDEN_403,
            OperationException.Kind.UNAVAILABLE, HttpStatus.SERVICE_UNAVAILABLE_503);

    public HttpProblem {
        detail = detail.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ");
        problems = List.copyOf(problems);
        changes = List.copyOf(changes);
    }

    /** Says only what is wrong as a whole. */
    public HttpProblem(int status, String detail) {
        this(status, Optional.empty(), detail, List.of(), List.of());
    }

    /** Returns the problem that a refused operation is over HTTP. */
    public static HttpProblem of(OperationException refusal) {
        return new HttpProblem(STATUSES.get(refusal.kind()), Optional.of(refusal.kind()), refusal.getMessage(),
                refusal.problems(), refusal.changes());
    }

    /** Returns it as RFC 9457 wants it. */
    public JsonObject json() {
        JsonObject problem = new JsonObject();
        problem.addProperty("type", kind.map(HttpProblem::type).orElse(BLANK_TYPE));
        problem.addProperty("title", HttpStatus.getMessage(status));
        problem.addProperty("status", status);
        problem.addProperty("detail", detail);
        addArray(problem, "errors", problems, HttpProblem::json);
        addArray(problem, "changes", changes, HttpProblem::json);
        return problem;
    }

    private static String type(OperationException.Kind kind) {
        return TYPE_PREFIX + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <T> void addArray(JsonObject object, String name, List<T> values, Function<T, JsonObject> json) {
        if (!values.isEmpty()) {
            JsonArray array = new JsonArray();
            values.forEach(value -> array.add(json.apply(value)));
            object.add(name, array);
        }
    }

    private static JsonObject json(FieldProblem problem) {
        JsonObject error = new JsonObject();
        error.addProperty("field", problem.field());
        error.addProperty("message", problem.message());
        error.addProperty("example", problem.example());
        return error;
    }

    private static JsonObject json(FieldChange change) {
        JsonObject object = new JsonObject();
        object.addProperty("field", change.field());
        change.before().ifPresent(before -> object.addProperty("before", before));
        change.after().ifPresent(after -> object.addProperty("after", after));
        change.by().ifPresent(by -> object.addProperty("by", by));
        change.at().ifPresent(at -> object.addProperty("at", at.toString()));
        return object;
    }

    /** Reads an answer back; empty if it is no problem of this form. */
    public static Optional<HttpProblem> parse(int status, String json) {
        try {
            return Optional.of(of(status, JsonText.object(json)));
        } catch (MalformedTextException e) {
            return Optional.empty();
        }
    }

    /** Reads a problem back. What it lacks is empty. */
    public static HttpProblem of(int status, JsonObject problem) {
        Optional<OperationException.Kind> kind = text(problem, "type").flatMap(type ->
                Arrays.stream(OperationException.Kind.values()).filter(each -> type(each).equals(type)).findFirst());
        return new HttpProblem(status, kind, text(problem, "detail").orElse(""),
                array(problem, "errors", HttpProblem::fieldProblem), array(problem, "changes", HttpProblem::fieldChange));
    }

    /** Returns the refusal that this was made of; what HTTP itself refused becomes the kind that is nearest. */
    public OperationException refusal() {
        return switch (kind.orElseGet(this::nearestKind)) {
            case INVALID -> problems.isEmpty() ? OperationException.conflict(detail) : OperationException.invalid(problems);
            case NOT_FOUND -> OperationException.notFound(detail);
            case CONFLICT -> OperationException.conflict(detail);
            case STALE -> OperationException.stale(detail, changes);
            case TOO_SOON -> OperationException.tooSoon(detail);
            case UNAUTHENTICATED -> OperationException.unauthenticated(detail);
            case FORBIDDEN -> OperationException.forbidden(detail);
            case UNAVAILABLE -> OperationException.unavailable(detail, null);
        };
    }

    private OperationException.Kind nearestKind() {
        return STATUSES.entrySet().stream()
                .filter(entry -> entry.getValue() == HttpStatus.UNAUTHORIZED_401 || entry.getValue() == HttpStatus.FORBIDDEN_403)
                .filter(entry -> entry.getValue() == status)
                .map(Map.Entry::getKey).findFirst().orElse(OperationException.Kind.UNAVAILABLE);
    }

    private static FieldProblem fieldProblem(JsonObject object) {
        return new FieldProblem(text(object, "field").orElse(""), text(object, "message").orElse(""),
                text(object, "example").orElse(""));
    }

    private static FieldChange fieldChange(JsonObject object) {
        return new FieldChange(text(object, "field").orElse(""), text(object, "before"), text(object, "after"),
                text(object, "by"), text(object, "at").flatMap(HttpProblem::instant));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static <T> List<T> array(JsonObject object, String name, Function<JsonObject, T> read) {
        List<T> values = new ArrayList<>();
        if (object.get(name) instanceof JsonArray array) {
            for (JsonElement element : array) {
                values.add(read.apply(element instanceof JsonObject members ? members : new JsonObject()));
            }
        }
        return values;
    }

    private static Optional<String> text(JsonObject object, String name) {
        return object.get(name) instanceof JsonPrimitive text ? Optional.of(text.getAsString()) : Optional.empty();
    }
}
