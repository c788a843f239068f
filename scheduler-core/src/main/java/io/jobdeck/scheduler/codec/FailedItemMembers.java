package io.jobdeck.scheduler.codec;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.jobdeck.scheduler.model.FailedItem;
import java.util.Optional;

/** The members of a {@link FailedItem}. */
final class FailedItemMembers {

    private FailedItemMembers() {
    }

    static void write(JsonObject object, FailedItem item) {
        object.addProperty("failures", item.failures());
        object.addProperty("losses", item.losses());
        object.addProperty("notBefore", item.notBefore().toString());
        JsonArray agents = new JsonArray();
        item.agents().forEach(agents::add);
        object.add("agents", agents);
        object.addProperty("message", item.message());
        item.jobParameter().ifPresent(parameter -> object.addProperty("jobParameter", parameter));
        object.addProperty("basis", item.basis());
        if (item.givenUp()) {
            object.addProperty("givenUp", true);
        }
    }

    static FailedItem read(Members members) {
        return new FailedItem(members.integer("failures", 0), members.integer("losses", 0),
                Codecs.instant(members, "notBefore"),
                members.textsOrNone("agents"), members.text("message", ""),
                Optional.ofNullable(members.text("jobParameter", null)), members.text("basis", ""),
                members.flag("givenUp", false));
    }
}
