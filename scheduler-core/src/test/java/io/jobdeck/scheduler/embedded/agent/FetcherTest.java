package io.jobdeck.scheduler.embedded.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.mesos.v1.Protos.CommandInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FetcherTest {

    @TempDir
    private Path directory;

    private final Fetcher fetcher = new Fetcher();
    private Path sandbox;
    private Path source;

    @BeforeEach
    void makeDirectories() throws IOException {
        sandbox = Files.createDirectory(directory.resolve("sandbox"));
        source = Files.createDirectory(directory.resolve("source"));
        Files.createDirectory(source.resolve("bin"));
        Files.writeString(source.resolve("bin/start.sh"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(source.resolve("bin/start.sh"), PosixFilePermissions.fromString("rwxr-x---"));
    }

    private static CommandInfo.URI.Builder uri(Object value) {
        return CommandInfo.URI.newBuilder().setValue(value.toString());
    }

    private Path pack(String name, String option) throws IOException, InterruptedException {
        Path archive = directory.resolve(name);
        Process tar = new ProcessBuilder("tar", option, archive.toString(), "-C", source.toString(), "bin").inheritIO().start();
        assumeTrue(tar.waitFor() == 0, "this system has no tool for " + name);
        return archive;
    }

    private String mode(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(sandbox.resolve(file)));
    }

    @ParameterizedTest
    @CsvSource({"app.tar,-cf", "app.tar.gz,-czf", "app.tgz,-czf", "app.tar.bz2,-cjf", "app.tar.xz,-cJf"})
    void tarArchiveIsExtractedBesideItselfWithItsModes(String name, String option) throws Exception {
        fetcher.fetch(uri(pack(name, option)).build(), sandbox);

        assertThat(sandbox.resolve(name)).exists();
        assertThat(sandbox.resolve("bin/start.sh")).hasContent("#!/bin/sh");
        assertThat(mode("bin/start.sh")).isEqualTo("rwxr-x---");
    }

    @Test
    void zipArchiveIsExtractedWithItsModes() throws Exception {
        Path archive = directory.resolve("app.zip");
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + archive.toUri()),
                Map.of("create", "true", "enablePosixFileAttributes", true))) {
            Files.createDirectory(zip.getPath("bin"));
            Files.copy(source.resolve("bin/start.sh"), zip.getPath("bin/start.sh"));
            Files.setAttribute(zip.getPath("bin/start.sh"), "zip:permissions", PosixFilePermissions.fromString("rwxr-x---"));
        }

        fetcher.fetch(uri("file://" + archive).build(), sandbox);

        assertThat(mode("bin/start.sh")).isEqualTo("rwxr-x---");
    }

    @Test
    void gzipFileIsExtractedUnderItsNameWithoutTheEnding() throws Exception {
        Path archive = directory.resolve("data.txt.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(archive))) {
            out.write('x');
        }

        fetcher.fetch(uri(archive).build(), sandbox);

        assertThat(sandbox.resolve("data.txt")).hasContent("x");
    }

    @Test
    void archiveIsLeftAloneWhenExtractIsFalse() throws Exception {
        fetcher.fetch(uri(pack("app.tar.gz", "-czf")).setExtract(false).build(), sandbox);

        assertThat(sandbox).isDirectoryNotContaining("glob:**/bin");
    }

    @Test
    void plainFileIsRenamedAndMadeExecutable() throws Exception {
        Path plain = Files.writeString(directory.resolve("plain.txt"), "plain");

        fetcher.fetch(uri(plain).setExecutable(true).setOutputFile("sub/renamed.txt").build(), sandbox);

        assertThat(sandbox.resolve("sub/renamed.txt")).hasContent("plain");
        assertThat(Files.isExecutable(sandbox.resolve("sub/renamed.txt"))).isTrue();
    }

    @Test
    void httpIsFetchedAndItsErrorsAreTold() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/app.bin", exchange -> {
            exchange.sendResponseHeaders(200, 3);
            exchange.getResponseBody().write(new byte[] {1, 2, 3});
            exchange.close();
        });
        server.start();
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        try {
            fetcher.fetch(uri(base + "/app.bin?version=1").build(), sandbox);

            assertThat(sandbox.resolve("app.bin")).hasBinaryContent(new byte[] {1, 2, 3});
            assertThatThrownBy(() -> fetcher.fetch(uri(base + "/no-such.tar.gz").build(), sandbox))
                    .isInstanceOf(FetchException.class).hasMessageContaining("answered with status 404");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whatCannotBeFetchedIsToldInOneSentence() throws Exception {
        assertThatThrownBy(() -> fetcher.fetch(uri("/no/such/file.tgz").build(), sandbox))
                .isInstanceOf(FetchException.class).hasMessage("'/no/such/file.tgz' does not exist");
        assertThatThrownBy(() -> fetcher.fetch(uri("hdfs://x/y").build(), sandbox))
                .isInstanceOf(FetchException.class).hasMessageContaining("neither an absolute path");
        Path broken = Files.writeString(directory.resolve("broken.tar.gz"), "no archive");
        assertThatThrownBy(() -> fetcher.fetch(uri(broken).build(), sandbox))
                .isInstanceOf(FetchException.class).hasMessageContaining("'broken.tar.gz' could not be extracted");
    }

    @Test
    void nothingIsWrittenOutsideTheSandbox() throws Exception {
        Path plain = Files.writeString(directory.resolve("plain.txt"), "plain");

        assertThatThrownBy(() -> fetcher.fetch(uri(plain).setOutputFile("../escaped").build(), sandbox))
                .isInstanceOf(FetchException.class).hasMessageContaining("no file within the sandbox");
        assertThat(directory.resolve("escaped")).doesNotExist();
    }
}
