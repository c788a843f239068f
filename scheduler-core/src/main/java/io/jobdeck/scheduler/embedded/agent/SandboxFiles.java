package io.jobdeck.scheduler.embedded.agent;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.jobdeck.scheduler.embedded.http.HttpAnswer;
import io.jobdeck.scheduler.embedded.http.HttpExchange;
import io.jobdeck.scheduler.embedded.http.HttpRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The {@code /files} endpoints of a Mesos agent: list, read and download what is in sandboxes, live or over. Nothing outside
 * of a sandbox exists for them, nor what a link in one points to outside of it, be it in another sandbox. Files are touched by the workers.
 */
final class SandboxFiles {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxFiles.class);
    /** As Mesos: 16 pages. */
    private static final int LONGEST_READ = 64 * 1024;
    private static final long LARGEST_DOWNLOAD = 256L * 1024 * 1024;
    private static final int SANDBOX_DEPTH = 7;

    private final WorkDirectory directory;
    private final Executor workers;

    SandboxFiles(WorkDirectory directory, Executor workers) {
        this.directory = directory;
        this.workers = workers;
    }

    private interface Answerer {

        HttpAnswer answer(Path file, Map<String, String> query) throws IOException;
    }

    /** Answers a request to {@code /files/browse?path=}. */
    void browse(HttpRequest request, HttpExchange exchange) {
        answer(request, exchange, SandboxFiles::list);
    }

    /** Answers a request to {@code /files/read?path=&offset=&length=}; offset -1 asks for the size. */
    void read(HttpRequest request, HttpExchange exchange) {
        answer(request, exchange, SandboxFiles::part);
    }

    /** Answers a request to {@code /files/download?path=}. */
    void download(HttpRequest request, HttpExchange exchange) {
        answer(request, exchange, SandboxFiles::whole);
    }

    private void answer(HttpRequest request, HttpExchange exchange, Answerer answerer) {
        Map<String, String> query = query(request.query());
        if (query.getOrDefault("path", "").isEmpty()) {
            exchange.answer(HttpAnswer.text(400, "Expecting 'path=value' in query.\n"));
            return;
        }
        workers.execute(() -> {
            try {
                Optional<Path> file = inSandbox(query.get("path"));
                exchange.answer(file.isEmpty() ? HttpAnswer.text(404, "") : answerer.answer(file.get(), query));
            } catch (IOException e) {
                LOG.info("{} cannot be read: {}", query.get("path"), e.toString());
                exchange.answer(HttpAnswer.text(500, "The file cannot be read.\n"));
            }
        });
    }

    private Optional<Path> inSandbox(String path) throws IOException {
        try {
            Path file = Path.of(path);
            if (!file.isAbsolute() || !Files.exists(file)) {
                return Optional.empty();
            }
            Path sandboxes = directory.sandboxes();
            Path named = file.normalize();
            if (!named.startsWith(sandboxes) || named.getNameCount() < sandboxes.getNameCount() + SANDBOX_DEPTH) {
                return Optional.empty();
            }
            Path within = sandboxes.relativize(named);
            Path sandbox = sandboxes.toRealPath().resolve(within.subpath(0, SANDBOX_DEPTH));
            return file.toRealPath().startsWith(sandbox) ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static HttpAnswer list(Path path, Map<String, String> query) throws IOException {
        if (!Files.isDirectory(path)) {
            return HttpAnswer.text(400, "'" + path + "' is not a directory.\n");
        }
        JsonArray entries = new JsonArray();
        try (Stream<Path> children = Files.list(path)) {
            for (Path child : children.sorted().toList()) {
                entries.add(entry(child));
            }
        }
        return HttpAnswer.json(200, entries.toString());
    }

    private static JsonObject entry(Path file) throws IOException {
        PosixFileAttributes attributes = Files.readAttributes(file, PosixFileAttributes.class,
                LinkOption.NOFOLLOW_LINKS);
        char type = attributes.isDirectory() ? 'd' : attributes.isSymbolicLink() ? 'l' : '-';
        JsonObject entry = new JsonObject();
        entry.addProperty("gid", attributes.group().getName());
        entry.addProperty("mode", type + PosixFilePermissions.toString(attributes.permissions()));
        entry.addProperty("mtime", (double) attributes.lastModifiedTime().toInstant().getEpochSecond());
        entry.addProperty("nlink", (Number) Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS));
        entry.addProperty("path", file.toString());
        entry.addProperty("size", attributes.size());
        entry.addProperty("uid", attributes.owner().getName());
        return entry;
    }

    private static HttpAnswer part(Path file, Map<String, String> query) throws IOException {
        if (Files.isDirectory(file)) {
            return HttpAnswer.text(400, "Cannot read from a directory.\n");
        }
        Optional<Long> offset = number(query.getOrDefault("offset", "-1"));
        Optional<Long> length = number(query.getOrDefault("length", "-1"));
        if (offset.isEmpty() || offset.get() < -1) {
            return HttpAnswer.text(400, "Failed to parse offset: '" + query.get("offset") + "'.\n");
        }
        if (length.isEmpty() || length.get() < -1) {
            return HttpAnswer.text(400, "Failed to parse length: '" + query.get("length") + "'.\n");
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            boolean sizeOnly = offset.get() == -1;
            long wanted = length.get() == -1 ? LONGEST_READ : Math.min(length.get(), LONGEST_READ);
            return HttpAnswer.of(200, "application/json", PartJson.write(
                    sizeOnly ? ByteBuffer.allocate(0) : bytes(channel, offset.get(), (int) wanted),
                    sizeOnly ? channel.size() : offset.get()));
        }
    }

    private static ByteBuffer bytes(SeekableByteChannel channel, long offset, int length) throws IOException {
        int there = (int) Math.max(0, Math.min(length, channel.size() - offset));
        ByteBuffer buffer = ByteBuffer.allocate(there);
        channel.position(offset);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            LOG.trace("read {} bytes", buffer.position());
        }
        return buffer.flip();
    }

    private static HttpAnswer whole(Path file, Map<String, String> query) throws IOException {
        if (Files.isDirectory(file)) {
            return HttpAnswer.text(400, "Cannot download a directory.\n");
        }
        if (Files.size(file) > LARGEST_DOWNLOAD) {
            return HttpAnswer.text(413, "The file is larger than " + LARGEST_DOWNLOAD + " bytes; read it in parts.\n");
        }
        return HttpAnswer.of(200, "application/octet-stream", Files.readAllBytes(file))
                .with("Content-Disposition", "attachment; filename=" + file.getFileName());
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> query(String query) {
        List<String[]> pairs = Arrays.stream(query.split("&")).map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2).toList();
        return pairs.stream().collect(Collectors.toMap(pair -> pair[0], pair -> decoded(pair[1]), (first, second) -> first));
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // Not an encoded text, so it is taken as it is, and no such file will be found.
            return value;
        }
    }
}
