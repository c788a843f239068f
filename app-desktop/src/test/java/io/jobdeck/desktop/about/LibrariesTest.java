package io.jobdeck.desktop.about;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LibrariesTest {

    /** What is on the class path for the tests alone. */
    private static final List<String> OF_TESTS = List.of("apiguardian", "archunit", "asm", "assertj", "awaitility",
            "byte-buddy", "commons-io", "hamcrest", "jqwik", "junit", "opentest4j", "org.osgi", "surefire", "testfx");

    private final Libraries libraries = new Libraries();

    @Test
    void everyLibraryHasItsLicence() {
        assertThat(libraries.inUse()).isNotEmpty()
                .filteredOn(library -> OF_TESTS.stream().noneMatch(library.file()::startsWith))
                .allSatisfy(library -> assertThat(library.licence()).as(library.file()).isNotEmpty());
    }

    @Test
    void theLongestNameCounts() {
        assertThat(libraries.licence("javafx-base-21.0.12-linux.jar")).contains("GPL-2.0 with classpath exception");
        assertThat(libraries.licence("java-keyring-1.0.4.jar")).contains("BSD-3-Clause");
        assertThat(libraries.licence("unheard-of-1.0.jar")).isEmpty();
    }
}
