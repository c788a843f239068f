package io.jobdeck.desktop.about;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnosticsTest {

    private static final String SECRET = "pa55-w0rd-of-alice";

    @TempDir
    private Path directory;

    @Test
    void theFileTellsWhatHelpsAndNoSecret() throws IOException {
        Path logs = Files.createDirectories(directory.resolve("logs"));
        Files.writeString(logs.resolve("jobdeck.log"), "INFO connected to billing\nWARN refused for " + SECRET
                + "\nDEBUG Authorization: Bearer another-s3cret\n");
        Path settings = directory.resolve("console.properties");
        Files.writeString(settings, "theme=dark\nzk_digest=ops:yet-another\n");
        System.setProperty("test.secret", SECRET);
        Thread thread = Thread.currentThread();
        String name = thread.getName();
        thread.setName("signing in with " + SECRET);
        Path file = directory.resolve("diagnostics.zip");
        try {
            new Diagnostics(logs, List.of(settings, directory.resolve("missing")), new Redaction(List.of(SECRET)),
                    Clock.systemUTC()).write(file);
        } finally {
            thread.setName(name);
            System.clearProperty("test.secret");
        }

        Map<String, String> entries = read(file);
        assertThat(entries).containsOnlyKeys("about.txt", "memory.txt", "threads.txt", "settings/console.properties",
                "logs/jobdeck.log");
        assertThat(entries.get("about.txt")).contains("Jobdeck ", "Java ");
        assertThat(entries.get("threads.txt")).contains("DiagnosticsTest");
        assertThat(entries.get("settings/console.properties")).contains("theme=dark");
        assertThat(entries.get("logs/jobdeck.log")).contains("connected to billing");
        assertThat(entries.values()).noneMatch(text -> text.contains(SECRET) || text.contains("another-s3cret")
                || text.contains("yet-another"));
        assertThat(directory).isDirectoryNotContaining(path -> path.toString().endsWith(".new"));
    }

    @Test
    void ofALongLogTheEndIsTaken() throws IOException {
        Path logs = Files.createDirectories(directory.resolve("logs"));
        Files.writeString(logs.resolve("jobdeck.log"), "first line\n" + "x".repeat(99).concat("\n").repeat(50_000) + "last line\n");
        Path file = directory.resolve("diagnostics.zip");

        new Diagnostics(logs, List.of(), new Redaction(List.of()), Clock.systemUTC()).write(file);

        assertThat(read(file).get("logs/jobdeck.log")).endsWith("last line\n").doesNotContain("first line");
    }

    private static Map<String, String> read(Path file) throws IOException {
        Map<String, String> entries = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }
}
