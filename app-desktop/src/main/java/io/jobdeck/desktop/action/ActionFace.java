package io.jobdeck.desktop.action;

import java.util.Optional;
import java.util.Set;

/**
 * What an action is called and how it is shown, wherever it is shown: the one list of all actions, those of one scope in
 * the order of a menu. Shortcuts are in JavaFX' key combination text and differ within a scope; those of the view in front
 * count.
 */
public enum ActionFace {

    JOB_REGISTER("job.register", "fth-plus", "Shortcut+N", Scope.JOB, Reach.NOTHING, Effect.CHANGES),
    JOB_UPDATE("job.update", "fth-edit-2", "Shortcut+E", Scope.JOB, Reach.ONE, Effect.CHANGES),
    JOB_COPY("job.copy", "fth-copy", "Shortcut+Shift+D", Scope.JOB, Reach.ONE, Effect.CHANGES),
    JOB_EXPORT("job.export", "fth-download", "", Scope.JOB, Reach.MANY, Effect.LOOKS),
    JOB_TRIGGER("job.trigger", "fth-zap", "Shortcut+T", Scope.JOB, Reach.MANY, Effect.CHANGES),
    JOB_TRIGGER_WITH("job.trigger-with", "fth-sliders", "Shortcut+Shift+T", Scope.JOB, Reach.ONE, Effect.CHANGES),
    JOB_ADD_RUN("job.add-run", "fth-plus-circle", "", Scope.JOB, Reach.MANY, Effect.CHANGES),
    JOB_ENABLE("job.enable", "fth-play", "Shortcut+Shift+E", Scope.JOB, Reach.MANY, Effect.CHANGES),
    JOB_DISABLE("job.disable", "fth-pause", "Shortcut+D", Scope.JOB, Reach.MANY, Effect.STOPS),
    JOB_DISABLE_WITH("job.disable-with", "fth-clock", "Shortcut+Alt+D", Scope.JOB, Reach.MANY, Effect.STOPS),
    JOB_KILL("job.kill", "fth-x-octagon", "Shortcut+Shift+K", Scope.JOB, Reach.MANY, Effect.STOPS),
    JOB_CLEAR_READY("job.clear-ready", "fth-inbox", "", Scope.JOB, Reach.MANY, Effect.STOPS),
    JOB_CLEAR_FAILOVER("job.clear-failover", "fth-life-buoy", "", Scope.JOB, Reach.MANY, Effect.STOPS),
    JOB_DEREGISTER("job.deregister", "fth-trash-2", "Delete", Scope.JOB, Reach.MANY, Effect.STOPS),

    APP_REGISTER("app.register", "fth-plus", "Shortcut+N", Scope.APP, Reach.NOTHING, Effect.CHANGES),
    APP_UPDATE("app.update", "fth-edit-2", "Shortcut+E", Scope.APP, Reach.ONE, Effect.CHANGES),
    APP_COPY("app.copy", "fth-copy", "Shortcut+Shift+D", Scope.APP, Reach.ONE, Effect.CHANGES),
    APP_EXPORT("app.export", "fth-download", "", Scope.APP, Reach.MANY, Effect.LOOKS),
    APP_REGISTER_JOB("app.register-job", "fth-plus-square", "Shortcut+J", Scope.APP, Reach.ONE, Effect.CHANGES),
    APP_ENABLE("app.enable", "fth-play", "Shortcut+Shift+E", Scope.APP, Reach.MANY, Effect.CHANGES),
    APP_DISABLE("app.disable", "fth-pause", "Shortcut+D", Scope.APP, Reach.MANY, Effect.STOPS),
    APP_DISABLE_WITH("app.disable-with", "fth-clock", "Shortcut+Alt+D", Scope.APP, Reach.MANY, Effect.STOPS),
    APP_DEREGISTER("app.deregister", "fth-trash-2", "Delete", Scope.APP, Reach.MANY, Effect.STOPS),

    TASK_KILL("task.kill", "fth-x-octagon", "Delete", Scope.TASK, Reach.MANY, Effect.STOPS),

    READY_REMOVE_ONE("ready.remove-one", "fth-minus-circle", "Shortcut+Delete", Scope.READY, Reach.MANY, Effect.STOPS),
    READY_REMOVE_ALL("ready.remove-all", "fth-trash-2", "Delete", Scope.READY, Reach.MANY, Effect.STOPS),
    RUN_REMOVE("run.remove", "fth-minus-circle", "Delete", Scope.RUN, Reach.MANY, Effect.STOPS),
    FAILOVER_REMOVE("failover.remove", "fth-trash-2", "Delete", Scope.FAILOVER, Reach.MANY, Effect.STOPS),

    CLUSTER_IMPORT("cluster.import", "fth-upload", "Shortcut+Shift+I", Scope.CLUSTER, Reach.NOTHING, Effect.CHANGES),
    CLUSTER_RECONCILE("cluster.reconcile", "fth-check-square", "", Scope.CLUSTER, Reach.NOTHING, Effect.CHANGES),
    CLUSTER_RECONCILE_ALL("cluster.reconcile-all", "fth-refresh-cw", "", Scope.CLUSTER, Reach.NOTHING, Effect.CHANGES);

    /** Those used most stand in the toolbar; the others in the menu behind it. */
    private static final Set<String> USED_MOST = Set.of("job.register", "job.update", "job.trigger", "job.enable",
            "job.disable", "job.kill", "app.register", "app.update", "app.register-job", "app.enable", "app.disable",
            "task.kill", "ready.remove-one", "ready.remove-all", "run.remove", "failover.remove");

    private final String id;
    private final String icon;
    private final String shortcut;
    private final Scope scope;
    private final Reach reach;
    private final Effect effect;

    /** What doing it means for the cluster. */
    public enum Effect {
        /** Nothing in the cluster changes. */
        LOOKS,
        CHANGES,
        /** It stops or destroys something. */
        STOPS
    }

    ActionFace(String id, String icon, String shortcut, Scope scope, Reach reach, Effect effect) {
        this.id = id;
        this.icon = icon;
        this.shortcut = shortcut;
        this.scope = scope;
        this.reach = reach;
        this.effect = effect;
    }

    /** Returns the stable id, which is also the key of its name in the texts. */
    public String id() {
        return id;
    }

    /** Returns the icon's literal of the Feather pack. */
    public String icon() {
        return icon;
    }

    /** Returns the shortcut in JavaFX' key combination text, if it has one. */
    public Optional<String> shortcut() {
        return Optional.of(shortcut).filter(keys -> !keys.isEmpty());
    }

    /** Returns what kind of thing it is on. */
    public Scope scope() {
        return scope;
    }

    /** Returns on how many things it can be done at once. */
    public Reach reach() {
        return reach;
    }

    /** Returns whether it stops or destroys something and therefore asks first. */
    public boolean dangerous() {
        return effect == Effect.STOPS;
    }

    /** Returns whether it changes anything in the cluster, so that a read-only connection does not offer it. */
    public boolean changes() {
        return effect != Effect.LOOKS;
    }

    /** Returns whether it is among those used most, which stand in the toolbar. */
    public boolean usedMost() {
        return USED_MOST.contains(id);
    }
}
