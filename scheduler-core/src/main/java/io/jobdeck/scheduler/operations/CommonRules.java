package io.jobdeck.scheduler.operations;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** Rules that apps and jobs share. */
final class CommonRules {

    static final double MIN_CPUS = 0.001;
    static final double MAX_CPUS = 1_000_000;
    static final double MIN_MEMORY_MB = 1;
    static final double MAX_MEMORY_MB = 1_000_000_000;
    /** Most bytes of one config; a ZooKeeper node with its transaction must stay below 1 MiB. */
    static final int MAX_BYTES = 512 * 1024;

    private CommonRules() {
    }

    static void checkName(Problems problems, String field, String name) {
        NameRule.problem(name).ifPresent(problem -> problems.add(field, problem));
    }

    static void checkResources(Problems problems, double cpus, double memoryMb) {
        checkRange(problems, "cpuCount", cpus, MIN_CPUS, MAX_CPUS);
        checkRange(problems, "memoryMB", memoryMb, MIN_MEMORY_MB, MAX_MEMORY_MB);
    }

    private static void checkRange(Problems problems, String field, double value, double min, double max) {
        boolean inRange = value >= min && value <= max;
        if (!inRange) {
            problems.add(field, "must be between %s and %s, is %s.".formatted(plain(min), plain(max), value));
        }
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    static void checkSize(Problems problems, String json) {
        int bytes = json.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_BYTES) {
            problems.add(FieldExamples.BODY, "takes %d bytes as JSON, at most %d fit into the registry."
                    .formatted(bytes, MAX_BYTES), "shorter texts");
        }
    }
}
