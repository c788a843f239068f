package io.jobdeck.scheduler.model;

/** Executor ids: {@code <app>@-@<agent>} (spec section 2.1). */
public final class ExecutorIds {

    private ExecutorIds() {
    }

    /** Returns the id of the app's executor on the agent. */
    public static String of(String appName, String agentId) {
        return appName + MetaInfo.SEPARATOR + agentId;
    }

    /** Returns the app of an executor id. */
    public static String appOf(String executorId) {
        int separator = executorId.indexOf(MetaInfo.SEPARATOR);
        return separator < 0 ? executorId : executorId.substring(0, separator);
    }

    /** Returns the agent of an executor id, or an empty text if it names none. */
    public static String agentOf(String executorId) {
        int separator = executorId.indexOf(MetaInfo.SEPARATOR);
        return separator < 0 ? "" : executorId.substring(separator + MetaInfo.SEPARATOR.length());
    }
}
