package io.jobdeck.desktop.dialog;

import java.util.List;
import java.util.Objects;

/**
 * What became of an operation on several things, of which some failed.
 *
 * @param title how many failed
 * @param summary how many succeeded
 * @param items what failed, and why
 * @param retry tries again what failed
 */
public record FailureReport(String title, String summary, List<Item> items, Runnable retry) {

    /**
     * One that failed.
     *
     * @param name its name
     * @param reason one line
     */
    public record Item(String name, String reason) {

        public Item {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(reason, "reason");
        }
    }

    public FailureReport {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(summary, "summary");
        items = List.copyOf(items);
        Objects.requireNonNull(retry, "retry");
    }
}
