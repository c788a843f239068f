package io.jobdeck.scheduler.model;

import java.util.Objects;

/**
 * Id of one Mesos task: {@code <job>@-@<item>@-@<READY|FAILOVER>@-@<agent>@-@<uuid>} (spec section 2.1).
 *
 * @param metaInfo job and item
 * @param type why it was launched
 * @param agentId agent it was placed on
 * @param unique makes it differ from every other run of the same item
 */
public record TaskId(MetaInfo metaInfo, LaunchType type, String agentId, String unique) {

    private static final int PARTS = 5;

    public TaskId {
        Objects.requireNonNull(metaInfo, "metaInfo");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(agentId, "agentId");
        Objects.requireNonNull(unique, "unique");
    }

    /**
     * Reads a full task id.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    public static TaskId parse(String text) {
        String[] parts = text.split(MetaInfo.SEPARATOR, -1);
        if (parts.length != PARTS || parts[0].isEmpty()) {
            throw new IllegalArgumentException(
                    "'%s' is no <job>@-@<item>@-@<READY|FAILOVER>@-@<agent>@-@<uuid>".formatted(text));
        }
        MetaInfo metaInfo = new MetaInfo(parts[0], MetaInfo.parseItem(parts[1], text));
        return new TaskId(metaInfo, parseType(parts[2], text), parts[3], parts[4]);
    }

    private static LaunchType parseType(String part, String text) {
        try {
            return LaunchType.valueOf(part);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'%s' in '%s' is neither READY nor FAILOVER".formatted(part, text), e);
        }
    }

    /** Returns the name of the job. */
    public String jobName() {
        return metaInfo.jobName();
    }

    /** Returns the sharding item. */
    public int item() {
        return metaInfo.item();
    }

    /** Returns the task name: the id without its last part. */
    public String taskName() {
        return String.join(MetaInfo.SEPARATOR, metaInfo.toString(), type.name(), agentId);
    }

    @Override
    public String toString() {
        return taskName() + MetaInfo.SEPARATOR + unique;
    }
}
