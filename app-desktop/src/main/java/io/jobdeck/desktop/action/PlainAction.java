package io.jobdeck.desktop.action;

import java.util.List;

/** An action that is on nothing that is selected and can be done at any time. */
final class PlainAction extends TargetAction<Target> {

    private final Runnable work;

    PlainAction(ActionFace face, ActionContext context, Runnable work) {
        super(face, Target.class, context);
        this.work = work;
    }

    @Override
    Availability available(List<Target> targets) {
        return Availability.YES;
    }

    @Override
    void perform(List<Target> targets) {
        work.run();
    }
}
