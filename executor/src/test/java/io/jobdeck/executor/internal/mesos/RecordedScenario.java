package io.jobdeck.executor.internal.mesos;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an executor and a real agent said to each other, as recorded. */
final class RecordedScenario {

    private static final Pattern RECORD = Pattern.compile("@(\\d+)\\+(\\d+) .*");

    private final Path directory;

    /** One line of the recording. */
    sealed interface Step {

        /** The executor subscribed with this call. */
        record Subscribe(JsonObject call) implements Step {
        }

        /** The executor sent this update. */
        record Update(JsonObject call) implements Step {
        }

        /** The agent sent these bytes on the stream, one record with its length. */
        record Event(byte[] bytes, JsonObject event) implements Step {
        }

        /** The connection broke. */
        record EndOfStream() implements Step {
        }
    }

    private RecordedScenario(Path directory) {
        this.directory = directory;
    }

    /** Opens a recording; the test is skipped if the recordings are not there. */
    static RecordedScenario of(String scenario, String executor) {
        String shared = System.getProperty("JOBDECK_SHARED", System.getenv().getOrDefault("JOBDECK_SHARED", "../../shared"));
        Path captures = Path.of(shared, "mesos-captures");
        assumeTrue(Files.isDirectory(captures), "skipped: no recorded traffic in " + captures.toAbsolutePath().normalize());
        return new RecordedScenario(captures.resolve(scenario).resolve("json").resolve(executor));
    }

    Map<String, String> environment() throws IOException {
        Map<String, String> environment = new HashMap<>();
        for (String line : Files.readAllLines(directory.resolve("env.txt"))) {
            int equals = line.indexOf('=');
            environment.put(line.substring(0, equals), line.substring(equals + 1));
        }
        return environment;
    }

    /** Returns what happened, in its order, without calls that the agent refused and messages. */
    List<Step> steps() throws IOException {
        List<Step> steps = new ArrayList<>();
        try (Stream<String> lines = Files.lines(directory.resolve("timeline.tsv"))) {
            for (String line : lines.skip(1).toList()) {
                addStep(line.split("\t", 4), steps);
            }
        }
        return steps;
    }

    private void addStep(String[] fields, List<Step> steps) throws IOException {
        String direction = fields[1];
        String file = fields[2];
        String what = fields[3];
        Matcher matcher = RECORD.matcher(what);
        if (direction.equals("->") && file.endsWith("-subscribe")) {
            steps.add(new Step.Subscribe(json(file + ".request.json")));
        } else if (direction.equals("->") && what.startsWith("update-task_")) {
            steps.add(new Step.Update(json(file + ".request.json")));
        } else if (direction.equals("<-") && matcher.matches()) {
            steps.add(event(file, Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))));
        } else if (what.startsWith("stream ended by peer")) {
            steps.add(new Step.EndOfStream());
        }
    }

    private Step.Event event(String file, int offset, int length) throws IOException {
        byte[] stream = Files.readAllBytes(directory.resolve(file + ".response.jsonrec"));
        int end = offset + String.valueOf(length).length() + 1 + length;
        byte[] payload = Arrays.copyOfRange(stream, end - length, end);
        return new Step.Event(Arrays.copyOfRange(stream, offset, end),
                JsonParser.parseString(new String(payload, StandardCharsets.UTF_8)).getAsJsonObject());
    }

    private JsonObject json(String file) throws IOException {
        return JsonParser.parseString(Files.readString(directory.resolve(file))).getAsJsonObject();
    }
}
