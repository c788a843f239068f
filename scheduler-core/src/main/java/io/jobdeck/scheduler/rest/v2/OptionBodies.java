package io.jobdeck.scheduler.rest.v2;

import io.jobdeck.scheduler.codec.Members;
import io.jobdeck.scheduler.operations.DisableOptions;
import io.jobdeck.scheduler.operations.TriggerOptions;
import java.util.Optional;

/** How options of operations stand in bodies. */
final class OptionBodies {

    private OptionBodies() {
    }

    static DisableOptions disable(Members members) {
        return new DisableOptions(members.flag("keepBacklog", false), members.optionalInstant("until"));
    }

    static TriggerOptions trigger(Members members) {
        return new TriggerOptions(members.flag("addRun", false), Optional.ofNullable(members.text("jobParameter", null)),
                members.wholeNumbers("items"));
    }
}
