package io.jobdeck.scheduler.embedded.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = directory.resolve("meta").resolve("journal");
    }

    private List<String> read() throws IOException {
        List<String> records = new ArrayList<>();
        Journal.open(file, record -> records.add(new String(record, StandardCharsets.UTF_8))).close();
        return records;
    }

    private void write(String... records) throws IOException {
        try (Journal journal = Journal.open(file, record -> { })) {
            for (String record : records) {
                journal.append(bytes(record));
            }
            journal.commit();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void committedRecordsAreReadBackInOrder() throws IOException {
        write("one", "", "three");
        write("four");

        assertThat(read()).containsExactly("one", "", "three", "four");
    }

    @Test
    void whatWasNotCommittedIsNotThere() throws IOException {
        write("one");
        try (Journal journal = Journal.open(file, record -> { })) {
            journal.append(bytes("two"));
        }

        assertThat(read()).containsExactly("one");
    }

    @Test
    void recordCutOffAtAnyByteIsDroppedAndTheFileGoesOnBeforeIt() throws IOException {
        write("one");
        int whole = (int) Files.size(file);
        write("second record");
        byte[] all = Files.readAllBytes(file);
        for (int length = whole; length < all.length; length++) {
            Files.write(file, Arrays.copyOf(all, length));

            assertThat(read()).containsExactly("one");
            write("next");
            assertThat(read()).containsExactly("one", "next");
        }
    }

    @Test
    void damagedRecordIsNotBelieved() throws IOException {
        write("one", "two");
        byte[] all = Files.readAllBytes(file);
        all[all.length - 1] ^= 1;
        Files.write(file, all);

        assertThat(read()).containsExactly("one");
    }

    @Test
    void rewritingReplacesEverything() throws IOException {
        try (Journal journal = Journal.open(file, record -> { })) {
            journal.append(bytes("old"));
            journal.commit();
            journal.append(bytes("pending"));
            journal.rewrite(List.of(bytes("new"), bytes("newer")));
            journal.append(bytes("after"));
            journal.commit();
        }

        assertThat(read()).containsExactly("new", "newer", "after");
    }
}
