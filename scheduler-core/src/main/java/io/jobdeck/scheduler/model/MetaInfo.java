package io.jobdeck.scheduler.model;

import java.util.Objects;

/**
 * One sharding item of one job: {@code <job>@-@<item>} (spec section 2.1).
 *
 * @param jobName name of the job
 * @param item sharding item, from 0
 */
public record MetaInfo(String jobName, int item) implements Comparable<MetaInfo> {

    /** What stands between the parts of every id. */
    public static final String SEPARATOR = "@-@";

    public MetaInfo {
        Objects.requireNonNull(jobName, "jobName");
        if (item < 0) {
            throw new IllegalArgumentException("sharding item must be 0 or more, is " + item);
        }
    }

    /**
     * Reads {@code <job>@-@<item>}.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    public static MetaInfo parse(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        if (parts.length != 2 || parts[0].isEmpty()) {
            throw new IllegalArgumentException("'%s' is no <job>@-@<item>".formatted(text));
        }
        return new MetaInfo(parts[0], parseItem(parts[1], text));
    }

    static int parseItem(String part, String text) {
        try {
            return Integer.parseInt(part);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'%s' in '%s' is no sharding item".formatted(part, text), e);
        }
    }

    @Override
    public int compareTo(MetaInfo other) {
        int byJob = jobName.compareTo(other.jobName);
        return byJob != 0 ? byJob : Integer.compare(item, other.item);
    }

    @Override
    public String toString() {
        return jobName + SEPARATOR + item;
    }
}
