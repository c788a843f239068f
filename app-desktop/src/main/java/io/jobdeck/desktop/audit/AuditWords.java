package io.jobdeck.desktop.audit;

import io.jobdeck.desktop.text.Texts;
import java.util.Set;

/** What operations are called. Those of a later version, which have no word yet, keep the name they were recorded by. */
final class AuditWords {

    private static final Set<String> KNOWN = Set.of("registerApp", "updateApp", "disableApp", "enableApp", "deregisterApp",
            "registerJob", "updateJob", "disableJob", "enableJob", "deregisterJob", "triggerJob", "disableJobs",
            "enableJobs", "deregisterJobs", "triggerJobs", "killTask", "killTasks", "removeReady", "removeRun",
            "removeFailover", "reconcile");

    private final Texts texts;

    AuditWords(Texts texts) {
        this.texts = texts;
    }

    String operation(AuditRow row) {
        String name = row.entry().operation();
        return KNOWN.contains(name) ? texts.get("operation." + name) : name;
    }
}
