package io.jobdeck.desktop.action;

import java.util.List;

/**
 * What all actions have in common: on how many things they can be done, and that a read-only connection changes nothing.
 *
 * @param <T> what it is on
 */
abstract class TargetAction<T extends Target> implements Action {

    private final ActionFace face;
    private final Class<T> kind;
    private final ActionContext context;

    /** @param kind what it is on; any kind for one that is on nothing that is selected */
    TargetAction(ActionFace face, Class<T> kind, ActionContext context) {
        this.face = face;
        this.kind = kind;
        this.context = context;
    }

    @Override
    public final ActionFace face() {
        return face;
    }

    final ActionContext context() {
        return context;
    }

    /** Returns a text of this action. */
    final String said(String what, Object... args) {
        return context.texts().get("action." + face.id() + "." + what, args);
    }

    @Override
    public final Availability availability(List<? extends Target> targets) {
        if (face.changes() && context.connection().readOnlyProperty().get()) {
            return Availability.no(context.texts().get("reason.read-only"));
        }
        if (face.reach() == Reach.NOTHING) {
            return available(List.of());
        }
        if (targets.isEmpty()) {
            return Availability.no(context.texts().get("reason.select." + face.scope()));
        }
        if (face.reach() == Reach.ONE && targets.size() > 1) {
            return Availability.no(context.texts().get("reason.one-only"));
        }
        return available(targets.stream().map(kind::cast).toList());
    }

    @Override
    public final void run(List<? extends Target> targets) {
        if (availability(targets).enabled()) {
            perform(face.reach() == Reach.NOTHING ? List.of() : targets.stream().map(kind::cast).toList());
        }
    }

    /** Tells whether it can be done to these, as many as it can be done to; none only if it is on nothing. */
    abstract Availability available(List<T> targets);

    /** Does it to those to which it applies, of which there is at least one. */
    abstract void perform(List<T> targets);
}
