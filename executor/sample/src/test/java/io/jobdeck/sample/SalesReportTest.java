package io.jobdeck.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobdeck.executor.job.CancellationSignal;
import io.jobdeck.executor.job.ShardingContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SalesReportTest {

    @TempDir
    private Path directory;

    @BeforeEach
    void writeOrders() throws IOException {
        Files.createDirectories(directory.resolve("data"));
        Files.writeString(directory.resolve("data/orders-north.csv"), """
                order,product,quantity,price
                1,lamp,2,10.50
                2,bell,1,7.90
                3,lamp,1,10.50
                """);
    }

    @Test
    void sumsUpTheOrdersOfItsRegionByProduct() throws Exception {
        new SalesReport(directory).execute(item("north", false));

        assertThat(reports()).singleElement().satisfies(report -> assertThat(report).hasContent("""
                Sales of north, 3 orders
                bell                 7.90
                lamp                31.50
                total               39.40
                """));
    }

    @Test
    void writesNothingWhenToldToStop() throws Exception {
        new SalesReport(directory).execute(item("north", true));

        assertThat(directory.resolve("results")).doesNotExist();
    }

    @Test
    void keepsTheNewestReportsOnly() throws Exception {
        Path results = Files.createDirectories(directory.resolve("results"));
        for (int number = 0; number < 60; number++) {
            Files.createFile(results.resolve("sales-north-2020%04d.txt".formatted(number)));
        }
        Files.createFile(results.resolve("sales-south-2020.txt"));

        new SalesReport(directory).execute(item("north", false));

        assertThat(reports()).hasSize(51)
                .noneMatch(report -> report.endsWith("sales-north-20200000.txt"))
                .anyMatch(report -> report.endsWith("sales-north-20200059.txt"));
    }

    @Test
    void failsWithoutARegionOrItsOrders() {
        assertThatThrownBy(() -> new SalesReport(directory).execute(item("", false)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("has no region");
        assertThatThrownBy(() -> new SalesReport(directory).execute(item("moon", false)))
                .isInstanceOf(NoSuchFileException.class);
    }

    private List<Path> reports() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("results"))) {
            return files.toList();
        }
    }

    private static ShardingContext item(String region, boolean cancelled) {
        return ShardingContext.of("sales-report", new Answer(cancelled)).taskId("t").item(0, 3, region).build();
    }

    private record Answer(boolean isCancelled) implements CancellationSignal {

        @Override
        public void onCancel(Runnable action) {
            throw new UnsupportedOperationException("not used by this job");
        }

        @Override
        public boolean await(Duration time) {
            return isCancelled;
        }
    }
}
