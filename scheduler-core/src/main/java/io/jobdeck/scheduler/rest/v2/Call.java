package io.jobdeck.scheduler.rest.v2;

import com.google.gson.JsonObject;
import io.javalin.http.Context;
import io.jobdeck.scheduler.codec.ConfigReading;
import io.jobdeck.scheduler.codec.JsonText;
import io.jobdeck.scheduler.codec.Members;
import io.jobdeck.scheduler.codec.Reading;
import io.jobdeck.scheduler.model.ConfigVersion;
import io.jobdeck.scheduler.operations.Caller;
import io.jobdeck.scheduler.operations.FieldProblem;
import io.jobdeck.scheduler.operations.OperationException;
import io.jobdeck.scheduler.rest.http.Answers;
import io.jobdeck.scheduler.rest.http.Headers;
import io.jobdeck.scheduler.rest.http.HttpProblemException;
import io.jobdeck.scheduler.rest.http.Requests;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpStatus;

/** One call of a route: what it says, and how it is answered. */
final class Call {

    private static final Pattern ETAG = Pattern.compile("\"([A-Za-z0-9-]+)\"");

    private final Context context;
    private final Route route;

    Call(Context context, Route route) {
        this.context = context;
        this.route = route;
    }

    /** Returns the HTTP exchange itself, for those answers that are no single JSON value. */
    Context context() {
        return context;
    }

    Caller caller() {
        return Requests.caller(context);
    }

    String app() {
        return context.pathParam("app");
    }

    String job() {
        return context.pathParam("job");
    }

    String path(String parameter) {
        return context.pathParam(parameter);
    }

    /** Refuses query parameters that the route does not know. */
    void demandKnownQuery() {
        List<String> known = route.query().stream().map(QueryParameter::name).toList();
        List<FieldProblem> problems = new ArrayList<>();
        context.queryParamMap().forEach((name, values) -> {
            if (!known.contains(name)) {
                problems.add(new FieldProblem(name, "is no query parameter of this call.",
                        known.isEmpty() ? "none" : String.join(", ", known)));
            } else if (values.size() > 1) {
                problems.add(new FieldProblem(name, "is given more than once.", "once"));
            }
        });
        if (!problems.isEmpty()) {
            throw OperationException.invalid(problems);
        }
    }

    /** Returns the text of a query parameter; one without a text counts as absent. */
    Optional<String> text(QueryParameter parameter) {
        return Optional.ofNullable(context.queryParam(parameter.name())).filter(text -> !text.isEmpty());
    }

    /** Returns the constants that a query parameter names; none if it is absent. */
    <E extends Enum<E>> List<E> words(QueryParameter parameter, Class<E> type) {
        List<String> choices = ((QueryParameter.Words) parameter.type()).choices();
        List<E> found = new ArrayList<>();
        for (String word : text(parameter).map(text -> text.split(",")).orElse(new String[0])) {
            if (!choices.contains(word)) {
                throw wrong(parameter, "must be %s, is '%s'.".formatted(String.join(" or ", choices), word));
            }
            found.add(Enum.valueOf(type, word.toUpperCase(Locale.ROOT)));
        }
        return found;
    }

    boolean flag(QueryParameter parameter) {
        String text = text(parameter).orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            throw wrong(parameter, "must be true or false, is '%s'.".formatted(text));
        }
        return text.equals("true");
    }

    /** Returns the number of a query parameter, empty if it is absent and has no standard value. */
    OptionalInt whole(QueryParameter parameter) {
        QueryParameter.Whole bounds = (QueryParameter.Whole) parameter.type();
        Optional<String> text = text(parameter);
        if (text.isEmpty()) {
            return bounds.standard();
        }
        try {
            int number = Integer.parseInt(text.get());
            if (number >= bounds.least() && number <= bounds.most()) {
                return OptionalInt.of(number);
            }
        } catch (NumberFormatException e) {
            throw wrongNumber(parameter, bounds, text.get());
        }
        throw wrongNumber(parameter, bounds, text.get());
    }

    /** Returns the place in a file that a query parameter names, empty if it is absent. */
    OptionalLong position(QueryParameter parameter) {
        Optional<String> text = text(parameter);
        if (text.isPresent() && !text.get().matches("[0-9]{1,18}")) {
            throw wrong(parameter, "must be a whole number from 0, is '%s'.".formatted(text.get()));
        }
        return text.map(digits -> OptionalLong.of(Long.parseLong(digits))).orElse(OptionalLong.empty());
    }

    private static OperationException wrongNumber(QueryParameter parameter, QueryParameter.Whole bounds, String text) {
        return wrong(parameter, "must be a whole number from %d to %d, is '%s'.".formatted(bounds.least(), bounds.most(), text));
    }

    static OperationException wrong(QueryParameter parameter, String message) {
        return OperationException.invalid(List.of(new FieldProblem(parameter.name(), message, parameter.example())));
    }

    /** Returns the body, which must be JSON by its content type. */
    String json() {
        return Requests.jsonBody(context);
    }

    /**
     * Returns what {@code read} makes of the body's members. Where the route allows no body, none is like an empty object.
     *
     * @throws OperationException of kind INVALID with everything that is wrong, members that were not asked for included
     */
    <T> T body(Function<Members, T> read) {
        boolean none = route.body().filter(body -> !body.required()).isPresent() && context.bodyAsBytes().length == 0;
        List<FieldProblem> problems = new ArrayList<>();
        Reading<T> reading = ConfigReading.of(none ? "{}" : json(), members -> {
            T value = read.apply(members);
            members.rest().keySet().forEach(name -> problems.add(unknownMember(name)));
            return value;
        });
        reading.problems().forEach(problem -> problems.add(new FieldProblem(
                problem.member().isEmpty() ? BodyExamples.BODY : problem.member(), problem.message(),
                BodyExamples.of(problem.member()))));
        if (!problems.isEmpty()) {
            throw OperationException.invalid(problems);
        }
        return reading.value().orElseThrow();
    }

    static FieldProblem unknownMember(String name) {
        return new FieldProblem(name, "is no member of this body.", "/api/v2/openapi.json says which there are");
    }

    /** Returns whether members that this version does not know are stored as they are instead of refused. */
    boolean isLenient() {
        return Optional.ofNullable(context.header(Headers.PREFER)).filter(prefer -> prefer.contains(Headers.LENIENT)).isPresent();
    }

    /** Returns the version that the update was made from, empty for {@code *}. An update has to say one or the other. */
    Optional<ConfigVersion> basis() {
        String given = Optional.ofNullable(context.header(Headers.IF_MATCH)).orElseThrow(() -> new HttpProblemException(
                HttpStatus.PRECONDITION_REQUIRED_428, "If-Match is missing. Send the ETag of the config that the update was"
                        + " made from, or If-Match: * to overwrite whatever is stored.")).strip();
        if (given.equals("*")) {
            return Optional.empty();
        }
        Matcher matcher = ETAG.matcher(given);
        if (!matcher.matches()) {
            throw OperationException.invalid(List.of(new FieldProblem(Headers.IF_MATCH,
                    "must be one ETag in quotes, as a GET of the config gave it, or *.", "\"3-5f2c9a\"")));
        }
        return Optional.of(new ConfigVersion(matcher.group(1)));
    }

    void etag(ConfigVersion version) {
        context.header(Headers.ETAG, '"' + version.text() + '"');
    }

    void ok(JsonObject answer) {
        Answers.json(context, JsonText.write(answer));
    }

    void ok(String json) {
        Answers.json(context, json);
    }

    /** Answers that what was asked for has been recorded and comes about without the caller. */
    void accepted(JsonObject answer) {
        context.status(HttpStatus.ACCEPTED_202);
        ok(answer);
    }

    void accepted() {
        context.status(HttpStatus.ACCEPTED_202);
    }

    /** Answers that something new stands at {@code collection/name} now. */
    void created(String collection, String name) {
        context.status(HttpStatus.CREATED_201);
        context.header("Location", V2Routes.BASE + collection + "/" + segment(name));
    }

    void done() {
        Answers.done(context);
    }

    private static String segment(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
