package io.jobdeck.desktop.queues;

import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.view.ViewContext;
import io.jobdeck.scheduler.model.OneOffRun;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What rows of queues say in words. */
final class QueueWords {

    private final Texts texts;

    QueueWords(ViewContext context) {
        this.texts = context.texts();
    }

    /** Returns what tells a run from ordinary ones; empty for ordinary ones. */
    String run(ReadyRow row) {
        return row.run().map(this::run).orElse("");
    }

    private String run(OneOffRun run) {
        List<String> words = new ArrayList<>();
        run.jobParameter().ifPresent(parameter -> words.add(texts.get("queues.run.parameter", parameter)));
        if (!run.items().isEmpty()) {
            words.add(texts.get("queues.run.items", items(run)));
        }
        words.add(texts.get(run.hasBegun() ? "queues.run.rest" : "queues.run.by", run.by()));
        return String.join(" · ", words);
    }

    /** Returns the items of a run, separated by commas. */
    String items(OneOffRun run) {
        return run.items().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** Returns how often the item has failed, of how often it may be launched. */
    String attempts(FailoverRow row) {
        if (row.facts().isGivenUp()) {
            return texts.get("queues.given-up", row.attemptsProperty().get());
        }
        return row.facts().limit().isPresent()
                ? texts.get("queues.attempts", row.attemptsProperty().get(), row.facts().limit().getAsInt()) : "";
    }

    /** Returns why an item waits, or that it does not any more. */
    String reason(FailoverRow row) {
        return row.facts().isGivenUp() ? texts.get("queues.given-up", row.attemptsProperty().get())
                : row.reasonProperty().get();
    }

    /** Returns what becomes of what waits for something that is disabled. */
    String backlog(DisabledRow row) {
        return texts.get(row.keepsBacklog() ? "queues.backlog.kept" : "queues.backlog.dropped");
    }
}
