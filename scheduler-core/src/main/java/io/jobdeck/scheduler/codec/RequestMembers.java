package io.jobdeck.scheduler.codec;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.jobdeck.scheduler.model.DaemonTrigger;
import io.jobdeck.scheduler.model.OneOffRun;
import java.util.Optional;
import java.util.SortedSet;

/** The members of requests for runs. */
final class RequestMembers {

    private RequestMembers() {
    }

    static void write(JsonObject object, OneOffRun run) {
        object.addProperty("runId", run.runId());
        object.addProperty("jobName", run.jobName());
        run.jobParameter().ifPresent(parameter -> object.addProperty("jobParameter", parameter));
        object.add("items", array(run.items()));
        object.addProperty("by", run.by());
        object.addProperty("at", run.at().toString());
        if (run.hasBegun()) {
            object.addProperty("launches", run.launches());
        }
    }

    static OneOffRun oneOffRun(Members members) {
        return new OneOffRun(members.requiredText("runId"), members.requiredText("jobName"),
                Optional.ofNullable(members.text("jobParameter", null)), members.wholeNumbers("items"),
                members.requiredText("by"), Codecs.instant(members, "at"), members.wholeAtLeast("launches", 0, 0));
    }

    static void write(JsonObject object, DaemonTrigger trigger) {
        object.addProperty("triggerId", trigger.triggerId());
        trigger.jobParameter().ifPresent(parameter -> object.addProperty("jobParameter", parameter));
        object.add("items", array(trigger.items()));
        object.addProperty("by", trigger.by());
        object.addProperty("at", trigger.at().toString());
    }

    static DaemonTrigger daemonTrigger(Members members) {
        return new DaemonTrigger(members.requiredText("triggerId"),
                Optional.ofNullable(members.text("jobParameter", null)), members.wholeNumbers("items"),
                members.requiredText("by"), Codecs.instant(members, "at"));
    }

    private static JsonArray array(SortedSet<Integer> items) {
        JsonArray array = new JsonArray(items.size());
        items.forEach(array::add);
        return array;
    }
}
