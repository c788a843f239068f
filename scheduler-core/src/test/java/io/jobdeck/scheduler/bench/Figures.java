package io.jobdeck.scheduler.bench;

import java.lang.management.ManagementFactory;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Measures figures and prints a table of them. */
public final class Figures {

    private Figures() {
    }

    /**
     * Measures all of them, or those named on the command line, and ends the process.
     *
     * @param arguments names of figures, separated by commas or blanks; none for all
     */
    public static void run(List<Figure> figures, String... arguments) {
        Set<String> chosen = Set.of(String.join(",", arguments).isBlank() ? new String[0]
                : String.join(",", arguments).trim().split("[,\\s]+"));
        try {
            List<Row> rows = new ArrayList<>();
            for (Figure figure : figures) {
                if (chosen.isEmpty() || chosen.contains(figure.name())) {
                    rows.addAll(measure(figure));
                }
            }
            print(rows);
        } finally {
            // A figure that failed may have left threads behind.
            System.exit(0);
        }
    }

    private static List<Row> measure(Figure figure) {
        System.out.println("measuring: " + figure.name());
        try {
            List<Row> rows = figure.measure();
            rows.forEach(row -> System.out.println("  " + row.figure() + ": " + row.measured()));
            return rows;
        } catch (Exception | LinkageError e) {
            String failure = "failed: " + causes(e);
            System.out.println("  " + figure.name() + " " + failure);
            return List.of(Row.of(figure.name(), "", failure, false, ""));
        }
    }

    private static String causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).map(Throwable::toString)
                .map(text -> text.lines().findFirst().orElse("")).collect(Collectors.joining("; caused by "));
    }

    private static void print(List<Row> rows) {
        System.out.printf(Locale.ROOT, "%nJobdeck benchmark, %s, %d processors (load %.1f), Java %s, heap %d MB%n%n",
                LocalDateTime.now().format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm")),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.version(), Runtime.getRuntime().maxMemory() >> 20);
        String format = "| %-58s | %-24s | %-50s | %-6s | %s%n";
        System.out.printf(format, "figure", "aim", "measured", "", "compared with");
        System.out.printf(format, "-".repeat(58), "-".repeat(24), "-".repeat(50), "-".repeat(6), "-".repeat(30));
        rows.forEach(row -> System.out.printf(format, row.figure(), row.aim(), row.measured(),
                switch (row.verdict()) {
                    case MET -> "met";
                    case MISSED -> "MISSED";
                    case NONE -> "";
                }, row.compared()));
    }
}
