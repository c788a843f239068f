package io.jobdeck.desktop.action;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Opens a form.
 *
 * @param <T> row type
 */
final class FormAction<T> implements Action<T> {

    private final ActionFace face;
    private final Predicate<List<T>> rule;
    private final Consumer<List<T>> form;

    FormAction(ActionFace face, Predicate<List<T>> rule, Consumer<List<T>> form) {
        this.face = face;
        this.rule = rule;
        this.form = form;
    }

    @Override
    public String id() {
        return face.id();
    }

    @Override
    public String icon() {
        return face.icon();
    }

    @Override
    public Optional<String> shortcut() {
        return face.shortcut();
    }

    @Override
    public boolean dangerous() {
        return face.dangerous();
    }

    @Override
    public boolean enabledFor(List<T> selection) {
        return rule.test(selection);
    }

    @Override
    public void run(List<T> selection) {
        if (enabledFor(selection)) {
            form.accept(selection);
        }
    }
}
