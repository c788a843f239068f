package io.jobdeck.scheduler.rest.v2;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.javalin.Javalin;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.codec.JsonText;
import io.jobdeck.scheduler.operations.AppValidator;
import io.jobdeck.scheduler.operations.ConfigReader;
import io.jobdeck.scheduler.operations.JobValidator;
import io.jobdeck.scheduler.operations.OperationException;
import io.jobdeck.scheduler.rest.events.EventLog;
import io.jobdeck.scheduler.rest.events.EventStreams;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The OpenAPI document is valid, and says of the routes what is true of them: no more and no less. */
class OpenApiTest {

    private static final V2Routes ROUTES = new V2Routes(null, null, Map.of(), new ConfigReader(new AppValidator(),
            new JobValidator(Clock.systemUTC())), new EventStreams(new EventLog(1, "x"), () -> true, Clock.systemUTC()));
    private static final String TEXT = JsonText.write(new OpenApi(ROUTES.routes()).json());
    private static final ApiDocument DOCUMENT = new ApiDocument(TEXT);

    @Test
    void itIsOpenApi31() {
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(TEXT);

        assertThat(result.getMessages()).isEmpty();
        assertThat(result.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
        assertThat(result.getOpenAPI().getPaths()).hasSameSizeAs(DOCUMENT.json.getAsJsonObject("paths").keySet());
    }

    @Test
    void everyRouteOfTheServerIsInItAndNothingElse() {
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            ROUTES.addTo(config.routes);
        });
        Set<String> served = server.unsafe.internalRouter.allHttpHandlers().stream()
                .map(parsed -> parsed.endpoint.method + " " + parsed.endpoint.path).collect(Collectors.toCollection(TreeSet::new));
        Set<String> documented = new TreeSet<>();
        DOCUMENT.json.getAsJsonObject("paths").entrySet().forEach(path -> path.getValue().getAsJsonObject().keySet()
                .forEach(method -> documented.add(method.toUpperCase(Locale.ROOT) + " /api/v2" + path.getKey())));

        assertThat(documented).isEqualTo(served).hasSizeGreaterThan(30);
    }

    @Test
    void everyReferenceLeadsSomewhereAndNothingIsLeftOver() {
        Set<String> referenced = new TreeSet<>();
        Matcher references = Pattern.compile("\"\\$ref\":\"#/components/([^\"]+)\"").matcher(TEXT);
        while (references.find()) {
            referenced.add(references.group(1));
        }
        Set<String> there = new TreeSet<>();
        DOCUMENT.json.getAsJsonObject("components").entrySet().stream().filter(kind -> !kind.getKey().equals("securitySchemes"))
                .forEach(kind -> kind.getValue().getAsJsonObject().keySet().forEach(name -> there.add(kind.getKey() + "/" + name)));

        assertThat(referenced).isEqualTo(there);
    }

    @Test
    void everyOperationHasItsNameRoleAndParametersOfItsPath() {
        List<String> ids = new ArrayList<>();
        for (Route route : ROUTES.routes()) {
            JsonObject operation = DOCUMENT.json.getAsJsonObject("paths").getAsJsonObject(route.path())
                    .getAsJsonObject(route.method().name().toLowerCase(Locale.ROOT));
            ids.add(operation.get("operationId").getAsString());
            assertThat(operation.get("description").getAsString()).as(route.id()).endsWith(route.access().role()
                    .map(role -> "Needs the role %s where authentication is on.".formatted(role.text())).orElse("Open to everybody."));
            assertThat(route.answers()).as(route.id()).isNotEmpty();
        }
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void everyExampleIsValid() {
        int examples = 0;
        for (Map.Entry<String, JsonElement> schema : DOCUMENT.schemas().entrySet()) {
            JsonElement given = schema.getValue().getAsJsonObject().get("examples");
            if (given != null) {
                for (JsonElement example : given.getAsJsonArray()) {
                    assertThat(DOCUMENT.faults(schema.getKey(), JsonText.write(example))).as(schema.getKey()).isEmpty();
                    examples++;
                }
            }
        }
        assertThat(examples).isGreaterThan(10);
    }

    @Test
    void everyBodyHasAnExample() {
        ROUTES.routes().forEach(route -> route.body().ifPresent(body ->
                assertThat(DOCUMENT.schemas().getAsJsonObject(body.schema()).has("examples")).as(body.schema()).isTrue()));
    }

    @Test
    void theConfigsInItAreThoseThatAreRead() {
        ConfigReader reader = new ConfigReader(new AppValidator(), new JobValidator(Clock.systemUTC()));
        String job = JsonText.write(example("JobConfig"));
        String app = JsonText.write(example("AppConfig"));

        assertThat(reader.readJob(job).unknown().keySet()).isEmpty();
        assertThat(reader.readApp(app).unknown().keySet()).isEmpty();
        assertThat(DOCUMENT.faults("JobConfig", Codecs.JOB.write(Codecs.JOB.read(job)))).isEmpty();
        assertThat(DOCUMENT.faults("AppConfig", Codecs.APP_REST.write(Codecs.APP_REST.read(app)))).isEmpty();
        assertThat(members("AppConfig")).isEqualTo(JsonText.object(Codecs.APP_REST.write(Codecs.APP_REST.read(app))).keySet());
        assertThat(members("JobConfig")).allSatisfy(name -> assertThat(reader.examineJob("{\"%s\":null}".formatted(name)))
                .as(name).anyMatch(problem -> problem.field().equals(name) && problem.message().contains("null")));
    }

    private static Set<String> members(String schema) {
        return DOCUMENT.schemas().getAsJsonObject(schema).getAsJsonObject("properties").keySet();
    }

    private static JsonObject example(String schema) {
        return DOCUMENT.schemas().getAsJsonObject(schema).getAsJsonArray("examples").get(0).getAsJsonObject();
    }

    @Test
    void itsExamplesOfProblemsAreAsTheServerWritesThem() {
        for (OperationException.Kind kind : OperationException.Kind.values()) {
            String type = "urn:jobdeck:problem:" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            assertThat(TEXT).contains("\"" + type + "\"");
        }
    }
}
