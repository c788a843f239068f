package io.jobdeck.scheduler.operations;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.codec.MalformedTextException;
import io.jobdeck.scheduler.model.ConfigUpdate;
import io.jobdeck.scheduler.model.ConfigUpdate.Field;
import io.jobdeck.scheduler.model.ConfigVersion;
import io.jobdeck.scheduler.registry.TreeNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The newest updates of one app or job, oldest first. Each knows the version it was made to, so a version that none of them
 * led to tells of a change that did not come through Jobdeck.
 */
final class ChangeLog {

    static final int MOST = 10;

    private final List<ConfigUpdate> updates;

    private ChangeLog(List<ConfigUpdate> updates) {
        this.updates = updates;
    }

    /** Reads a log; one that is missing or cannot be read is empty. */
    static ChangeLog of(Optional<TreeNode> node) {
        try {
            return new ChangeLog(node.map(found -> Codecs.CONFIG_UPDATES.read(found.text())).orElse(List.of()));
        } catch (MalformedTextException e) {
            return new ChangeLog(List.of());
        }
    }

    /** Returns the text of the log with one more update, and without those too old to be kept. */
    String with(ConfigUpdate update) {
        List<ConfigUpdate> all = new ArrayList<>(updates);
        all.add(update);
        return Codecs.CONFIG_UPDATES.write(all.subList(Math.max(0, all.size() - MOST), all.size()));
    }

    boolean has(ConfigUpdate update) {
        return updates.contains(update);
    }

    /**
     * Refuses what was made from another version than the one stored.
     *
     * @param what the app or job, for the message
     * @param difference what was sent against what is stored; shown as far as no update here tells of a field
     */
    void demand(Optional<ConfigVersion> basis, ConfigVersion stored, String what, Supplier<List<Field>> difference) {
        if (basis.isEmpty() || basis.get().equals(stored)) {
            return;
        }
        List<FieldChange> changes = since(basis.get(), stored, difference);
        throw OperationException.stale(("%s was changed since the config that this update was made from was read%s. Load it"
                + " again and make your changes to what is stored now.").formatted(what, summary(changes)), changes);
    }

    private List<FieldChange> since(ConfigVersion basis, ConfigVersion stored, Supplier<List<Field>> difference) {
        List<ConfigUpdate> later = madeSince(basis);
        List<FieldChange> changes = new ArrayList<>();
        for (ConfigUpdate update : later) {
            update.fields().forEach(field -> changes.add(change(field, Optional.of(update))));
        }
        if (!isWhole(later, stored)) {
            Set<String> told = later.stream().flatMap(update -> update.fields().stream()).map(Field::name)
                    .collect(Collectors.toSet());
            difference.get().stream().filter(field -> !told.contains(field.name()))
                    .forEach(field -> changes.add(change(field, lastTo(field))));
        }
        return changes;
    }

    private List<ConfigUpdate> madeSince(ConfigVersion basis) {
        for (int index = updates.size() - 1; index >= 0; index--) {
            if (updates.get(index).before().equals(basis)) {
                return updates.subList(index, updates.size());
            }
        }
        return List.of();
    }

    private static boolean isWhole(List<ConfigUpdate> later, ConfigVersion stored) {
        for (int index = 1; index < later.size(); index++) {
            if (!later.get(index).before().equals(later.get(index - 1).after())) {
                return false;
            }
        }
        return !later.isEmpty() && later.get(later.size() - 1).after().equals(stored);
    }

    /** Returns the update that gave the field the value it has, if it is one of these. */
    private Optional<ConfigUpdate> lastTo(Field field) {
        return updates.stream()
                .filter(update -> update.fields().stream().anyMatch(
                        changed -> changed.name().equals(field.name()) && changed.after().equals(field.after())))
                .reduce((earlier, later) -> later);
    }

    private static FieldChange change(Field field, Optional<ConfigUpdate> update) {
        return new FieldChange(field.name(), field.before(), field.after(), update.map(ConfigUpdate::by),
                update.map(ConfigUpdate::at));
    }

    private static String summary(List<FieldChange> changes) {
        return changes.isEmpty() ? "" : changes.stream()
                .map(change -> change.field() + change.by().map(by -> " by " + Problems.quote(by)).orElse(""))
                .distinct().limit(MOST).collect(Collectors.joining(", ", ": ", ""));
    }
}
