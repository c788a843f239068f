package io.jobdeck.scheduler.rest.v2;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.jobdeck.scheduler.Version;
import io.jobdeck.scheduler.codec.JsonText;
import io.jobdeck.scheduler.rest.http.HttpProblem;
import io.jobdeck.scheduler.rest.http.RouteAccess;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpStatus;

/** The OpenAPI 3.1 document: its frame and schemas from a file, its paths from what the routes say of themselves. */
final class OpenApi {

    private static final String FRAME = "openapi.json";
    private static final Pattern PATH_PARAMETER = Pattern.compile("\\{([a-z]+)}");
    private static final List<Integer> ACCESS_REFUSALS = List.of(401, 403);
    /** What any call may be refused with: bad input, unknown or forbidden caller, nobody leads or ZooKeeper is away. */
    private static final List<Integer> USUAL_REFUSALS = List.of(400, 401, 403, 503);

    private final List<Route> routes;

    OpenApi(List<Route> routes) {
        this.routes = routes;
    }

    JsonObject json() {
        JsonObject document = frame();
        document.getAsJsonObject("info").addProperty("version", Version.current());
        JsonObject paths = new JsonObject();
        for (Route route : routes) {
            if (!paths.has(route.path())) {
                paths.add(route.path(), new JsonObject());
            }
            paths.getAsJsonObject(route.path()).add(route.method().name().toLowerCase(Locale.ROOT), operation(route));
        }
        document.add("paths", paths);
        return document;
    }

    private static JsonObject frame() {
        try (InputStream stream = OpenApi.class.getResourceAsStream(FRAME)) {
            return JsonText.object(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the program's " + FRAME + " cannot be read", e);
        }
    }

    private static JsonObject operation(Route route) {
        JsonObject operation = new JsonObject();
        operation.addProperty("operationId", route.id());
        JsonArray tags = new JsonArray();
        tags.add(route.tag());
        operation.add("tags", tags);
        operation.addProperty("summary", route.summary());
        operation.addProperty("description", description(route));
        operation.add("parameters", parameters(route));
        route.body().ifPresent(body -> {
            JsonObject request = new JsonObject();
            request.addProperty("required", body.required());
            request.add("content", content("application/json", body.schema()));
            operation.add("requestBody", request);
        });
        operation.add("responses", responses(route));
        if (route.access() == RouteAccess.OPEN) {
            operation.add("security", new JsonArray());
        }
        return operation;
    }

    private static String description(Route route) {
        String role = route.access().role().map(needed -> "Needs the role %s where authentication is on.".formatted(needed.text()))
                .orElse("Open to everybody.");
        return (route.description() + " " + role).strip();
    }

    private static JsonArray parameters(Route route) {
        JsonArray parameters = new JsonArray();
        Matcher matcher = PATH_PARAMETER.matcher(route.path());
        while (matcher.find()) {
            parameters.add(reference("parameters", matcher.group(1)));
        }
        route.query().forEach(query -> parameters.add(parameter(query)));
        route.headers().forEach(header -> parameters.add(reference("parameters", header)));
        return parameters;
    }

    private static JsonObject parameter(QueryParameter query) {
        JsonObject parameter = new JsonObject();
        parameter.addProperty("name", query.name());
        parameter.addProperty("in", "query");
        parameter.addProperty("description", query.description());
        JsonObject schema = query.schema();
        if (schema.has("items")) {
            parameter.addProperty("style", "form");
            parameter.addProperty("explode", false);
        } else if (schema.get("type").getAsString().equals("string")) {
            parameter.addProperty("example", query.example());
        }
        parameter.add("schema", schema);
        return parameter;
    }

    private static JsonObject responses(Route route) {
        JsonObject responses = new JsonObject();
        route.answers().forEach((status, answer) -> responses.add(status.toString(), response(answer)));
        responses.add("307", reference("responses", "ElsewhereLed"));
        TreeSet<Integer> refusals = new TreeSet<>(USUAL_REFUSALS);
        refusals.addAll(route.refusals());
        if (route.access() == RouteAccess.OPEN) {
            refusals.removeAll(ACCESS_REFUSALS);
        }
        if (route.body().isPresent()) {
            refusals.addAll(List.of(413, 415));
        }
        refusals.forEach(status -> responses.add(status.toString(), refusal(status)));
        responses.add("default", refusal(HttpStatus.INTERNAL_SERVER_ERROR_500));
        return responses;
    }

    private static JsonObject response(Route.Answer answer) {
        JsonObject response = new JsonObject();
        response.addProperty("description", answer.text() + ".");
        if (!answer.headers().isEmpty()) {
            JsonObject headers = new JsonObject();
            answer.headers().forEach(name -> headers.add(name, reference("headers", name)));
            response.add("headers", headers);
        }
        if (!answer.schema().isEmpty()) {
            response.add("content", content(answer.mediaType(), answer.schema()));
        }
        return response;
    }

    private static JsonObject refusal(int status) {
        JsonObject response = new JsonObject();
        response.addProperty("description", HttpStatus.getMessage(status) + ".");
        response.add("content", content(HttpProblem.MEDIA_TYPE, "Problem"));
        return response;
    }

    private static JsonObject content(String mediaType, String schema) {
        JsonObject media = new JsonObject();
        media.add("schema", reference("schemas", schema));
        JsonObject content = new JsonObject();
        content.add(mediaType, media);
        return content;
    }

    private static JsonObject reference(String kind, String name) {
        JsonObject reference = new JsonObject();
        reference.addProperty("$ref", "#/components/%s/%s".formatted(kind, name));
        return reference;
    }
}
