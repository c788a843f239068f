package io.jobdeck.desktop.action;

import io.jobdeck.desktop.dialog.Confirmation;
import io.jobdeck.desktop.dialog.DialogService;
import io.jobdeck.desktop.dialog.FailureReport;
import io.jobdeck.desktop.dialog.Notice;
import io.jobdeck.desktop.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * An operation on every selected thing to which it applies. Dangerous ones ask first. It ends in a short notice, and, if
 * something failed, in the reason for each.
 *
 * @param <T> row type
 */
final class BulkAction<T> implements Action<T> {

    private final ActionFace face;
    private final Rule<T> rule;
    private final Work<T> work;
    private final DialogService dialogs;
    private final OperationRunner runner;
    private final Texts texts;

    /**
     * To what it applies, and what is said before.
     *
     * @param appliesTo whether it makes sense for one row
     * @param consequences what will happen to the rows, in numbers; asked only of dangerous actions
     */
    record Rule<T>(Predicate<T> appliesTo, Function<List<T>, String> consequences) { }

    /**
     * What it does.
     *
     * @param name name of a row's thing
     * @param operation does it to the thing of that name; runs in the background
     */
    record Work<T>(Function<T, String> name, Consumer<String> operation) { }

    BulkAction(ActionFace face, Rule<T> rule, Work<T> work, DialogService dialogs, OperationRunner runner, Texts texts) {
        this.face = face;
        this.rule = rule;
        this.work = work;
        this.dialogs = dialogs;
        this.runner = runner;
        this.texts = texts;
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
        return selection.stream().anyMatch(rule.appliesTo());
    }

    @Override
    public void run(List<T> selection) {
        List<T> rows = selection.stream().filter(rule.appliesTo()).toList();
        if (rows.isEmpty()) {
            return;
        }
        List<String> names = rows.stream().map(work.name()).toList();
        if (dangerous()) {
            dialogs.confirm(question(rows, names), () -> perform(names));
        } else {
            perform(names);
        }
    }

    private Confirmation question(List<T> rows, List<String> names) {
        return new Confirmation(said("title", names), rule.consequences().apply(rows),
                names.size() > 1 ? names : List.of(), said("verb", names));
    }

    private void perform(List<String> names) {
        runner.run(new Batch<>(said("progress", names), names, work.operation()), this::tell);
    }

    private void tell(BatchResult<String> result) {
        if (result.failed().isEmpty()) {
            dialogs.notice(Notice.success(said("done", result.succeeded())));
        } else if (result.succeeded().isEmpty() && result.failed().size() == 1) {
            dialogs.notice(Notice.failure(result.failed().get(0).why().message()));
        } else {
            dialogs.report(report(result));
        }
    }

    private FailureReport report(BatchResult<String> result) {
        List<String> failed = result.failed().stream().map(BatchResult.Failure::item).toList();
        List<FailureReport.Item> items = result.failed().stream()
                .map(failure -> new FailureReport.Item(failure.item(), failure.why().message()))
                .toList();
        String summary = result.succeeded().isEmpty()
                ? texts.get("operation.none-succeeded")
                : said("done", result.succeeded());
        return new FailureReport(said("failed", failed), summary, items, () -> perform(failed));
    }

    private String said(String what, List<String> names) {
        return texts.get("action." + face.id() + "." + what, names.size(), names.get(0));
    }
}
