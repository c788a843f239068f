package io.jobdeck.desktop.action;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Opens a form on what is selected, or on nothing.
 *
 * @param <T> what it is on
 */
final class FormAction<T extends Target> extends TargetAction<T> {

    private final Function<T, Optional<String>> whyNot;
    private final Consumer<List<T>> form;

    /**
     * @param whyNot why it cannot be done to a thing, empty if it can
     * @param form opens it on those things to which it applies
     */
    FormAction(ActionFace face, Class<T> kind, ActionContext context, Function<T, Optional<String>> whyNot,
            Consumer<List<T>> form) {
        super(face, kind, context);
        this.whyNot = whyNot;
        this.form = form;
    }

    @Override
    Availability available(List<T> targets) {
        List<String> reasons = targets.stream().map(whyNot).flatMap(Optional::stream).toList();
        return targets.isEmpty() || reasons.size() < targets.size() ? Availability.YES : Availability.no(reasons.get(0));
    }

    @Override
    void perform(List<T> targets) {
        form.accept(targets.stream().filter(target -> whyNot.apply(target).isEmpty()).toList());
    }
}
