package io.jobdeck.scheduler.mesos.endpoints;

import com.google.gson.stream.JsonReader;
import io.jobdeck.scheduler.insight.FileDownload;
import io.jobdeck.scheduler.insight.FilePart;
import io.jobdeck.scheduler.insight.SandboxFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/** The endpoints of agents. Paths are those on the agent. Safe on any thread; blocks. */
public final class AgentEndpoints {

    private static final int LONGEST_STATE = 128 * 1024 * 1024;
    private static final int LONGEST_LISTING = 16 * 1024 * 1024;
    /** Mesos answers 64 KiB at once at most, in which each byte may take six as an escape. */
    private static final int LONGEST_PART = 8 * 1024 * 1024;

    private final EndpointClient client;

    /** @param client stays open */
    public AgentEndpoints(EndpointClient client) {
        this.client = client;
    }

    /**
     * Returns the runs of a framework's executors, with those that the agent remembers although they have ended.
     *
     * @param task by which a run is looked for
     */
    public List<SandboxRun> runs(AgentAddress agent, String framework, String task) throws EndpointException {
        return AgentRuns.read(client.get(agent.uri("/state"), LONGEST_STATE).body(), framework, task);
    }

    /** Lists a directory by the names of its entries. */
    public List<SandboxFile> browse(AgentAddress agent, String directory) throws EndpointException {
        byte[] answer = client.get(agent.uri("/files/browse", directory, ""), LONGEST_LISTING).body();
        return Json.read(answer, StandardCharsets.UTF_8, json -> {
            List<SandboxFile> files = new ArrayList<>();
            Json.array(json, AgentEndpoints::file, files::add);
            files.sort(Comparator.comparing(SandboxFile::name));
            return files;
        });
    }

    private static SandboxFile file(JsonReader json) throws IOException {
        String[] texts = {"", ""};
        double[] numbers = {0, 0};
        Json.object(json, (name, value) -> {
            switch (name) {
                case "path" -> texts[0] = Json.text(value);
                case "mode" -> texts[1] = Json.text(value);
                case "size" -> numbers[0] = Json.number(value);
                case "mtime" -> numbers[1] = Json.number(value);
                default -> value.skipValue();
            }
        });
        Instant modified = Json.instant(numbers[1]);
        return new SandboxFile(texts[0].substring(texts[0].lastIndexOf('/') + 1), texts[1].startsWith("d"), (long) numbers[0],
                modified, texts[1]);
    }

    /**
     * Reads a part of a file. One that has become shorter than {@code offset} answers nothing at its end.
     *
     * @param offset empty for so much before its end
     */
    public FilePart read(AgentAddress agent, String file, OptionalLong offset, int length) throws EndpointException {
        long size = part(agent, file, -1, 0).offset();
        long begin = Math.min(size, offset.orElse(Math.max(0, size - length)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (bytes.size() < Math.min(length, size - begin)) {
            byte[] next = part(agent, file, begin + bytes.size(), length - bytes.size()).bytes();
            if (next.length == 0) {
                break;
            }
            bytes.write(next, 0, Math.min(next.length, length - bytes.size()));
        }
        return new FilePart(begin, bytes.toByteArray(), Math.max(size, begin + bytes.size()));
    }

    private FileBytes part(AgentAddress agent, String file, long offset, int length) throws EndpointException {
        URI uri = agent.uri("/files/read", file, "&offset=%d&length=%d".formatted(offset, length));
        return FileBytes.read(client.get(uri, LONGEST_PART).body());
    }

    /** Opens a file to be read whole. */
    public FileDownload download(AgentAddress agent, String file) throws EndpointException {
        EndpointClient.Stream stream = client.stream(agent.uri("/files/download", file, ""));
        return new FileDownload(file.substring(file.lastIndexOf('/') + 1), stream.headers().firstValueAsLong("Content-Length"),
                stream.bytes());
    }
}
