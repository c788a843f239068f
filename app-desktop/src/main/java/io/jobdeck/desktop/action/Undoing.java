package io.jobdeck.desktop.action;

import io.jobdeck.desktop.dialog.Notice;
import io.jobdeck.scheduler.operations.OperationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Undoes what was done to things a moment ago, to each for which it is not too late, and says of the others why it is.
 *
 * @param <T> what it was done to
 */
final class Undoing<T extends Target> {

    private final ActionContext context;
    private final Map<T, WayBack> waysBack;

    Undoing(ActionContext context, Map<T, WayBack> waysBack) {
        this.context = context;
        this.waysBack = waysBack;
    }

    void of(BatchResult<T> result) {
        List<T> targets = result.done();
        Map<T, Integer> counts = result.succeeded().stream()
                .collect(Collectors.toMap(BatchResult.Success::item, BatchResult.Success::count));
        // Asked now, on the interface thread, since it depends on what the console sees.
        Map<T, Optional<String>> tooLate = targets.stream()
                .collect(Collectors.toMap(target -> target, target -> waysBack.get(target).tooLate().get()));
        Work<T> work = Work.each(target -> {
            tooLate.get(target).ifPresent(why -> {
                throw OperationException.conflict(why);
            });
            waysBack.get(target).undo().accept(counts.get(target));
        });
        context.runner().run(new Batch<>(said("progress", targets), targets, Target::name, work), undone ->
                context.dialogs().notice(undone.failed().isEmpty()
                        ? Notice.success(said("done", undone.done()))
                        : Notice.failure(undone.failed().get(0).why().message())));
    }

    private String said(String what, List<T> targets) {
        return context.texts().get("undo." + what, targets.size(), targets.get(0).name());
    }
}
