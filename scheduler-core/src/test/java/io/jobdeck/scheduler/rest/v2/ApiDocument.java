package io.jobdeck.scheduler.rest.v2;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.jobdeck.scheduler.codec.JsonText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An OpenAPI document, asked whether an exchange is as it says. */
public final class ApiDocument {

    private static final String IRI = "https://jobdeck.example/openapi.json";

    final JsonObject json;
    private final SchemaRegistry schemas;

    public ApiDocument(String text) {
        json = JsonText.object(text);
        schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
                registry -> registry.schemas(Map.of(IRI, text)));
    }

    JsonObject schemas() {
        return json.getAsJsonObject("components").getAsJsonObject("schemas");
    }

    /** Returns what a value breaks of a schema of the document. */
    public List<String> faults(String schema, String value) {
        Schema found = schemas.getSchema(SchemaLocation.of(IRI + "#/components/schemas/" + schema));
        return found.validate(value, InputFormat.JSON, context -> context.executionConfig(config ->
                config.formatAssertionsEnabled(true))).stream().map(Error::toString).toList();
    }

    /** Returns what an answer breaks of what the document says of the call; the path may have a query. */
    List<String> faults(String method, String path, int status, Optional<String> mediaType, String body) {
        Optional<JsonObject> operation = operation(method, path.replaceFirst("\\?.*", ""));
        if (operation.isEmpty()) {
            return List.of("%s %s is not documented".formatted(method, path));
        }
        JsonObject response = resolved(operation.get().getAsJsonObject("responses").getAsJsonObject(Integer.toString(status)));
        if (response == null) {
            return List.of("%s %s may not answer %d".formatted(method, path, status));
        }
        JsonObject content = response.getAsJsonObject("content");
        if (content == null) {
            return body.isEmpty() ? List.of() : List.of("a body that is not documented: " + body);
        }
        JsonElement media = content.get(mediaType.orElse("").replaceFirst(";.*", ""));
        if (media == null) {
            return List.of("media type " + mediaType);
        }
        return !mediaType.orElse("").contains("json") ? List.of() : faults(referenced(media.getAsJsonObject().getAsJsonObject("schema")), body);
    }

    private Optional<JsonObject> operation(String method, String path) {
        return json.getAsJsonObject("paths").entrySet().stream()
                .filter(entry -> path.matches("/api/v2" + entry.getKey().replaceAll("\\{[a-z]+}", "[^/]+")))
                .map(entry -> entry.getValue().getAsJsonObject().getAsJsonObject(method.toLowerCase(Locale.ROOT)))
                .filter(found -> found != null).findFirst();
    }

    private JsonObject resolved(JsonObject response) {
        return response == null || !response.has("$ref") ? response
                : json.getAsJsonObject("components").getAsJsonObject("responses").getAsJsonObject(referenced(response));
    }

    private static String referenced(JsonObject schema) {
        return schema.get("$ref").getAsString().replaceFirst(".*/", "");
    }
}
