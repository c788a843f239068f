package io.jobdeck.desktop.action;

import io.jobdeck.desktop.dialog.Confirmation;
import io.jobdeck.desktop.dialog.FailureReport;
import io.jobdeck.desktop.dialog.Notice;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * An operation on every selected thing to which it applies. Dangerous ones ask first. It ends in a short notice, and, if
 * something failed, in the reason for each.
 *
 * @param <T> what it is on
 */
final class BulkAction<T extends Target> extends TargetAction<T> {

    private final Rule<T> rule;
    private final Consumer<T> operation;

    /**
     * To what it applies, and what is said before.
     *
     * @param whyNot why it cannot be done to a thing, empty if it can
     * @param consequences what will happen to the things, in numbers; asked only of dangerous actions
     */
    record Rule<T>(Function<T, Optional<String>> whyNot, Function<List<T>, String> consequences) { }

    /** @param operation does it to one thing; runs in the background */
    BulkAction(ActionFace face, Class<T> kind, ActionContext context, Rule<T> rule, Consumer<T> operation) {
        super(face, kind, context);
        this.rule = rule;
        this.operation = operation;
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

    private Confirmation question(List<T> targets) {
        return new Confirmation(counted("title", targets), rule.consequences().apply(targets),
                targets.size() > 1 ? targets.stream().map(Target::name).toList() : List.of(), counted("verb", targets));
    }

    private void start(List<T> targets) {
        context().runner().run(new Batch<>(counted("progress", targets), targets, operation), this::tell);
    }

    private void tell(BatchResult<T> result) {
        if (result.failed().isEmpty()) {
            context().dialogs().notice(Notice.success(counted("done", result.succeeded())));
        } else if (result.succeeded().isEmpty() && result.failed().size() == 1) {
            context().dialogs().notice(Notice.failure(result.failed().get(0).why().message()));
        } else {
            context().dialogs().report(report(result));
        }
    }

    private FailureReport report(BatchResult<T> result) {
        List<T> failed = result.failed().stream().map(BatchResult.Failure::item).toList();
        List<FailureReport.Item> items = result.failed().stream()
                .map(failure -> new FailureReport.Item(failure.item().name(), failure.why().message()))
                .toList();
        String summary = result.succeeded().isEmpty()
                ? context().texts().get("operation.none-succeeded")
                : counted("done", result.succeeded());
        return new FailureReport(counted("failed", failed), summary, items, () -> start(failed));
    }

    private String counted(String what, List<T> targets) {
        return said(what, targets.size(), targets.get(0).name());
    }
}
