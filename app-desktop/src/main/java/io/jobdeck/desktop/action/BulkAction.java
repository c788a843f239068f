package io.jobdeck.desktop.action;

import io.jobdeck.desktop.dialog.Confirmation;
import io.jobdeck.desktop.dialog.Notice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * An operation on every selected thing to which it applies. Dangerous ones ask first. It ends in a short notice, for a few
 * seconds with a way back where there is one, and, if something failed, in the reason for each.
 *
 * @param <T> what it is on
 */
final class BulkAction<T extends Target> extends TargetAction<T> {

    private final Rule<T> rule;
    private final Work<T> work;
    private final Undo<T> undo;

    /**
     * To what it applies, and what is said before.
     *
     * @param whyNot why it cannot be done to a thing, empty if it can
     * @param consequences what will happen to the things, in numbers of the moment; asked only of dangerous actions
     */
    record Rule<T>(Function<T, Optional<String>> whyNot, Function<List<T>, String> consequences) { }

    BulkAction(ActionFace face, Class<T> kind, ActionContext context, Rule<T> rule, Work<T> work, Undo<T> undo) {
        super(face, kind, context);
        this.rule = rule;
        this.work = work;
        this.undo = undo;
    }

    /** What applies to one of several can be done; what applies to none says why not of the first. */
    @Override
    Availability available(List<T> targets) {
        Optional<String> first = Optional.empty();
        for (T target : targets) {
            Optional<String> whyNot = rule.whyNot().apply(target);
            if (whyNot.isEmpty()) {
                return Availability.YES;
            }
            first = first.or(() -> whyNot);
        }
        return first.map(Availability::no).orElse(Availability.YES);
    }

    @Override
    void perform(List<T> targets) {
        List<T> applicable = targets.stream().filter(target -> rule.whyNot().apply(target).isEmpty()).toList();
        if (face().dangerous()) {
            context().dialogs().confirm(question(applicable), () -> start(applicable));
        } else {
            start(applicable);
        }
    }

    /** Does it to those to which it applies, for a person who has seen what will happen; production asks all the same. */
    void performAsked(List<T> targets) {
        if (context().connection().profile().isProduction()) {
            run(targets);
        } else if (availability(targets).enabled()) {
            start(targets.stream().filter(target -> rule.whyNot().apply(target).isEmpty()).toList());
        }
    }

    private Confirmation question(List<T> targets) {
        return new Confirmation(counted("title", targets),
                context().inventory().now().map(now -> rule.consequences().apply(targets)),
                targets.size() > 1 ? targets.stream().map(Target::name).toList() : List.of(), counted("verb", targets),
                context().typedName(targets));
    }

    private void start(List<T> targets) {
        Map<T, WayBack> waysBack = undo.before(targets);
        context().runner().run(new Batch<>(counted("progress", targets), targets, Target::name, work),
                result -> tell(result, waysBack), this::start);
    }

    private void tell(BatchResult<T> result, Map<T, WayBack> waysBack) {
        if (!result.failed().isEmpty()) {
            context().dialogs().notice(Notice.failure(result.failed().get(0).why().message()));
        } else if (!result.done().isEmpty()) {
            Notice done = Notice.success(counted("done", result.done()));
            boolean canBeUndone = waysBack.keySet().containsAll(result.done());
            context().dialogs().notice(canBeUndone
                    ? done.with(context().texts().get("undo.verb"), () -> new Undoing<>(context(), waysBack).of(result))
                    : done);
        }
    }

    private String counted(String what, List<T> targets) {
        return said(what, targets.size(), targets.get(0).name());
    }
}
