package io.jobdeck.scheduler.operations;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** How an operation was asked for, for the audit trail; of parameters only that there are any, as one might be a secret. */
final class AuditDetails {

    static final String NONE = "";

    private AuditDetails() {
    }

    static String of(DisableOptions options) {
        List<String> details = new ArrayList<>();
        if (options.keepBacklog()) {
            details.add("keepBacklog");
        }
        options.until().ifPresent(until -> details.add("until " + until.truncatedTo(ChronoUnit.SECONDS)));
        return String.join(", ", details);
    }

    static String of(TriggerOptions options) {
        List<String> details = new ArrayList<>();
        if (options.addRun()) {
            details.add("addRun");
        }
        if (!options.items().isEmpty()) {
            details.add(options.items().stream().map(String::valueOf).collect(Collectors.joining(" ", "items ", "")));
        }
        if (options.jobParameter().isPresent()) {
            details.add("jobParameter");
        }
        return String.join(", ", details);
    }

    static String of(JobAction action) {
        if (action instanceof JobAction.Disable disable) {
            return of(disable.options());
        }
        return action instanceof JobAction.Trigger trigger ? of(trigger.options()) : NONE;
    }

    /** Returns how many or which, as in {@code runs 3}; nothing for all. */
    static String of(String what, OptionalInt number) {
        return number.isPresent() ? what + " " + number.getAsInt() : NONE;
    }
}
