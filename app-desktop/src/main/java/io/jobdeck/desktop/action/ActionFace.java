package io.jobdeck.desktop.action;

import java.util.Optional;

/**
 * What an action is called and how it is shown, wherever it is shown. Shortcuts are in JavaFX' key combination text and
 * differ within apps and within jobs; those of the table that has the focus count.
 */
public enum ActionFace {

    JOB_REGISTER("job.register", "fth-plus", "Shortcut+N", false),
    JOB_UPDATE("job.update", "fth-edit-2", "Shortcut+E", false),
    JOB_TRIGGER("job.trigger", "fth-zap", "Shortcut+T", false),
    JOB_ENABLE("job.enable", "fth-play", "Shortcut+Shift+E", false),
    JOB_DISABLE("job.disable", "fth-pause", "Shortcut+D", true),
    JOB_DEREGISTER("job.deregister", "fth-trash-2", "Delete", true),

    APP_REGISTER("app.register", "fth-plus", "Shortcut+N", false),
    APP_UPDATE("app.update", "fth-edit-2", "Shortcut+E", false),
    APP_REGISTER_JOB("app.register-job", "fth-plus-square", "Shortcut+J", false),
    APP_ENABLE("app.enable", "fth-play", "Shortcut+Shift+E", false),
    APP_DISABLE("app.disable", "fth-pause", "Shortcut+D", true),
    APP_DEREGISTER("app.deregister", "fth-trash-2", "Delete", true);

    private final String id;
    private final String icon;
    private final String shortcut;
    private final boolean dangerous;

    ActionFace(String id, String icon, String shortcut, boolean dangerous) {
        this.id = id;
        this.icon = icon;
        this.shortcut = shortcut;
        this.dangerous = dangerous;
    }

    /** Returns the stable id, which is also the key of its name in the texts. */
    public String id() {
        return id;
    }

    /** Returns the icon's literal of the Feather pack. */
    public String icon() {
        return icon;
    }

    public Optional<String> shortcut() {
        return Optional.of(shortcut);
    }

    /** Returns whether it stops or destroys something and therefore asks first. */
    public boolean dangerous() {
        return dangerous;
    }
}
