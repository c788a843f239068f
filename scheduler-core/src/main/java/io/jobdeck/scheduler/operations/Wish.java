package io.jobdeck.scheduler.operations;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.codec.MalformedTextException;
import io.jobdeck.scheduler.model.Disablement;
import io.jobdeck.scheduler.registry.TreeNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who wants something disabled, how, and when that was said.
 *
 * @param by who asks
 * @param options how
 * @param now when
 */
record Wish(String by, DisableOptions options, Instant now) {

    /** Refuses an end that has passed. */
    void demandFutureEnd() {
        options.until().filter(until -> !until.isAfter(now)).ifPresent(until -> {
            throw OperationException.invalid(List.of(new FieldProblem("until",
                    "must lie in the future, is %s, and it is %s now.".formatted(until, now),
                    now.plusSeconds(3600).toString())));
        });
    }

    /**
     * Returns what is to stand beside the flag; empty if it is disabled that way already, whoever did it. A flag with
     * nothing beside it is one of 2.1.5 and means until somebody enables it.
     */
    Optional<String> infoBeside(Nodes nodes, String flag, String info) {
        if (!nodes.has(flag)) {
            return Optional.of(write(now));
        }
        Optional<Disablement> stored = nodes.get(info).flatMap(Wish::read);
        boolean same = stored.map(this::isSame).orElse(options.equals(DisableOptions.STANDARD));
        return same ? Optional.empty() : Optional.of(write(stored.map(Disablement::since).orElse(now)));
    }

    private String write(Instant since) {
        return Codecs.DISABLEMENT.write(new Disablement(by, since, options.until(), options.keepBacklog()));
    }

    private boolean isSame(Disablement stored) {
        return stored.until().equals(options.until()) && stored.keepBacklog() == options.keepBacklog();
    }

    /** Returns what the node says; empty if that cannot be read. */
    static Optional<Disablement> read(TreeNode node) {
        try {
            return Optional.of(Codecs.DISABLEMENT.read(node.text()));
        } catch (MalformedTextException e) {
            return Optional.empty();
        }
    }
}
