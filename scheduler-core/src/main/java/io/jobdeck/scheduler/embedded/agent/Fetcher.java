package io.jobdeck.scheduler.embedded.agent;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.apache.mesos.v1.Protos.CommandInfo;

/**
 * Brings the URIs of a command into its sandbox, as the fetcher of Mesos does: a path, {@code file:}, {@code http:} or
 * {@code https:}; archives are extracted beside themselves unless {@code extract} is false.
 *
 * <p>Nothing is cached: {@code cache} is accepted and has no effect. Safe for use by several threads; interrupting one
 * ends its fetch.
 */
final class Fetcher {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration RESPONSE_TIMEOUT = Duration.ofMinutes(1);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    /**
     * Fetches one URI.
     *
     * @param sandbox an existing directory
     * @throws FetchException if it cannot be fetched or extracted
     * @throws InterruptedException if the thread is interrupted
     */
    void fetch(CommandInfo.URI uri, Path sandbox) throws FetchException, InterruptedException {
        Path file = target(uri, sandbox);
        try {
            Files.createDirectories(file.getParent());
            bring(uri.getValue(), file);
            if (uri.getExecutable()) {
                makeExecutable(file);
            } else if (!uri.hasExtract() || uri.getExtract()) {
                ArchiveExtractor.extractIfArchive(file, sandbox);
            }
        } catch (FetchException e) {
            throw e;
        } catch (ClosedByInterruptException e) {
            throw new InterruptedException();
        } catch (IOException e) {
            throw new FetchException("'%s' could not be fetched: %s".formatted(uri.getValue(), e), e);
        }
    }

    private void bring(String value, Path file) throws IOException, InterruptedException {
        if (value.startsWith("http://") || value.startsWith("https://")) {
            download(value, file);
        } else {
            copy(value, file);
        }
    }

    private void download(String value, Path file) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = http.send(request(value), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200) {
                throw new FetchException("'%s' answered with status %d".formatted(value, response.statusCode()));
            }
            Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static HttpRequest request(String value) throws FetchException {
        try {
            return HttpRequest.newBuilder(URI.create(value)).timeout(RESPONSE_TIMEOUT).build();
        } catch (IllegalArgumentException e) {
            throw new FetchException("'%s' is not a valid address: %s".formatted(value, e.getMessage()), e);
        }
    }

    private static void copy(String value, Path file) throws IOException {
        Path source = localPath(value);
        if (!Files.exists(source)) {
            throw new FetchException("'%s' does not exist".formatted(value));
        }
        if (!Files.isRegularFile(source)) {
            throw new FetchException("'%s' is not a file".formatted(value));
        }
        Files.copy(source, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path localPath(String value) throws FetchException {
        try {
            if (value.startsWith("file:")) {
                return Path.of(value.substring("file:".length()).replaceFirst("^//(localhost)?", ""));
            }
            Path path = Path.of(value);
            if (path.isAbsolute()) {
                return path;
            }
        } catch (InvalidPathException e) {
            throw new FetchException("'%s' is not a valid path: %s".formatted(value, e.getReason()), e);
        }
        throw new FetchException(
                "'%s' is neither an absolute path nor a file:, http: or https: address".formatted(value));
    }

    private static Path target(CommandInfo.URI uri, Path sandbox) throws FetchException {
        String name = uri.hasOutputFile() ? uri.getOutputFile() : baseName(uri.getValue());
        try {
            Path file = sandbox.resolve(name).normalize();
            if (!name.isEmpty() && file.startsWith(sandbox) && !file.equals(sandbox)) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw new FetchException("'%s' is not a valid file name: %s".formatted(name, e.getReason()), e);
        }
        throw new FetchException("'%s' names no file within the sandbox".formatted(uri.getValue()));
    }

    private static String baseName(String value) {
        String path = value.startsWith("http") ? value.replaceFirst("[?#].*$", "") : value;
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static void makeExecutable(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        Set<PosixFilePermission> permissions = new HashSet<>(view.readAttributes().permissions());
        permissions.add(PosixFilePermission.OWNER_EXECUTE);
        permissions.add(PosixFilePermission.GROUP_EXECUTE);
        permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        view.setPermissions(permissions);
    }
}
