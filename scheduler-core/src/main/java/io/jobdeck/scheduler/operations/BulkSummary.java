package io.jobdeck.scheduler.operations;

import java.util.List;
import java.util.stream.Collectors;

/** One entry of the audit trail for a call on many jobs, since one for each would push all others out. */
final class BulkSummary {

    private static final int NAMED = 10;

    private BulkSummary() {
    }

    /** Returns the name that the operation has where it is asked of one job, of many. */
    static String operation(JobAction action) {
        if (action instanceof JobAction.Disable) {
            return "disableJobs";
        } else if (action instanceof JobAction.Enable) {
            return "enableJobs";
        } else if (action instanceof JobAction.Deregister) {
            return "deregisterJobs";
        } else if (action instanceof JobAction.Trigger) {
            return "triggerJobs";
        } else if (action instanceof JobAction.KillTasks) {
            return "killTasks";
        }
        return action instanceof JobAction.ClearReady ? "removeReady" : "removeFailover";
    }

    static String target(List<String> jobs) {
        String more = jobs.size() > NAMED ? ", ..." : "";
        return jobs.stream().limit(NAMED).collect(Collectors.joining(", ", "%d jobs: ".formatted(jobs.size()), more));
    }

    static String result(List<JobOutcome> outcomes) {
        List<JobOutcome> refused = outcomes.stream().filter(outcome -> outcome.refusal().isPresent()).toList();
        if (refused.isEmpty()) {
            return "done";
        }
        return refused.stream().limit(NAMED)
                .map(outcome -> outcome.job() + " (" + AuditTrail.resultOf(outcome.refusal().get()) + ")")
                .collect(Collectors.joining("; ", "%d done, %d not: ".formatted(outcomes.size() - refused.size(),
                        refused.size()), ""));
    }
}
