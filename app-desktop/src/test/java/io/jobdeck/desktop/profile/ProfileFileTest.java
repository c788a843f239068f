package io.jobdeck.desktop.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileFileTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T17:30:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path directory;

    private ProfileFile file() {
        return new ProfileFile(directory.resolve("jobdeck").resolve("connections.json"), CLOCK);
    }

    @Test
    void aFirstStartHasNoFile() {
        try (ProfileFile file = file()) {
            assertThat(file.read()).isInstanceOf(ProfileFile.Content.None.class);
        }
    }

    @Test
    void whatWasWrittenIsThereAtTheNextStart() {
        try (ProfileFile file = file()) {
            file.write(List.of(ProfileJsonTest.PRODUCTION), failure -> { });
            file.write(List.of(ProfileJsonTest.PRODUCTION, ProfileJsonTest.TEST), failure -> { });
        }
        try (ProfileFile file = file()) {
            assertThat(file.read()).isEqualTo(
                    new ProfileFile.Content.Listed(List.of(ProfileJsonTest.PRODUCTION, ProfileJsonTest.TEST)));
        }
        assertThat(directory.resolve("jobdeck")).isDirectoryNotContaining(path -> path.toString().endsWith(".new"));
    }

    @Test
    void oneThatCannotBeReadIsKeptAside() throws IOException {
        try (ProfileFile file = file()) {
            Files.createDirectories(file.path().getParent());
            Files.writeString(file.path(), "{\"connections\": [half");

            ProfileFile.Content read = file.read();

            Path aside = file.path().resolveSibling("connections.json.unreadable-20261122-173000");
            assertThat(read).isEqualTo(new ProfileFile.Content.Unreadable("this is no JSON", Optional.of(aside)));
            assertThat(aside).hasContent("{\"connections\": [half");
            assertThat(file.path()).doesNotExist();
        }
    }

    @Test
    void aPlaceThatCannotBeWrittenIsSaid() throws IOException {
        Files.writeString(directory.resolve("jobdeck"), "a file where the directory should be");
        List<IOException> failures = new ArrayList<>();
        try (ProfileFile file = file()) {
            file.write(List.of(ProfileJsonTest.TEST), failures::add);
        }
        assertThat(failures).hasSize(1);
    }
}
