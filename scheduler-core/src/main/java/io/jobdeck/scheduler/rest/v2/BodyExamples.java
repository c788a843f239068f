package io.jobdeck.scheduler.rest.v2;

import java.util.Map;

/** For every member of the bodies that are no configs, a value that is right. */
final class BodyExamples {

    /** Names the whole of what was sent where no member can be named. */
    static final String BODY = "body";

    private static final Map<String, String> EXAMPLES = Map.of(
            "keepBacklog", "true",
            "until", "2026-01-31T12:00:00Z",
            "addRun", "true",
            "jobParameter", "region=eu",
            "items", "[0, 2]",
            "kind", "EXPLICIT",
            "jobs", "[\"daily-report\", \"billing\"]");

    private BodyExamples() {
    }

    static String of(String member) {
        return EXAMPLES.getOrDefault(member, "{}");
    }
}
