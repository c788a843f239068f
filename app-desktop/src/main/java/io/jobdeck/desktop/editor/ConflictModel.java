package io.jobdeck.desktop.editor;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.jobdeck.scheduler.model.ConfigUpdate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * A document that somebody else stored meanwhile: what the editor began from, what is stored now, and what stands in the
 * editor, field by field. What only one side changed is chosen already; what both changed must be chosen.
 */
public final class ConflictModel {

    private final DocumentKind kind;
    private final StoredDocument theirs;
    private final List<Field> fields = new ArrayList<>();
    private final ReadOnlyBooleanWrapper decided = new ReadOnlyBooleanWrapper(this, "decided");

    /** Whose value is taken. */
    public enum Side {
        THEIRS,
        MINE
    }

    /** One field that is not the same everywhere. */
    public static final class Field {

        private final List<String> path;
        private final Optional<JsonElement> base;
        private final Optional<JsonElement> theirs;
        private final Optional<JsonElement> mine;
        private final Optional<ConfigUpdate> update;
        private final ObjectProperty<Side> choice = new SimpleObjectProperty<>(this, "choice");

        private Field(List<String> path, Optional<JsonElement> base, Optional<JsonElement> theirs,
                Optional<JsonElement> mine, Optional<ConfigUpdate> update) {
            this.path = path;
            this.base = base;
            this.theirs = theirs;
            this.mine = mine;
            this.update = update;
            if (mine.equals(base)) {
                choice.set(Side.THEIRS);
            } else if (theirs.equals(base)) {
                choice.set(Side.MINE);
            }
        }

        /** Returns the names that lead to it, with dots between. */
        public String name() {
            return String.join(".", path);
        }

        /** Returns its value in what the editor began from. */
        public Optional<JsonElement> base() {
            return base;
        }

        /** Returns its value in what is stored now. */
        public Optional<JsonElement> theirs() {
            return theirs;
        }

        /** Returns its value in the editor. */
        public Optional<JsonElement> mine() {
            return mine;
        }

        /** Returns who changed it and when, if that is known. */
        public Optional<ConfigUpdate> update() {
            return update;
        }

        /** Returns whether both sides changed it, each in another way. */
        public boolean isContested() {
            return !mine.equals(base) && !theirs.equals(base);
        }

        /** Returns whose value is taken; null until that is chosen. */
        public ObjectProperty<Side> choiceProperty() {
            return choice;
        }
    }

    ConflictModel(DocumentKind kind, StoredDocument basis, StoredDocument theirs, Document mine) {
        this.kind = kind;
        this.theirs = theirs;
        Map<List<String>, JsonElement> begun = flat(basis.document());
        Map<List<String>, JsonElement> stored = flat(theirs.document());
        Map<List<String>, JsonElement> here = flat(Optional.of(mine));
        Set<List<String>> paths = new LinkedHashSet<>(stored.keySet());
        paths.addAll(here.keySet());
        for (List<String> path : paths) {
            if (!Objects.equals(stored.get(path), here.get(path))) {
                fields.add(new Field(path, Optional.ofNullable(begun.get(path)), Optional.ofNullable(stored.get(path)),
                        Optional.ofNullable(here.get(path)), theirs.lastTo(path.get(0), basis.version())));
            }
        }
        fields.forEach(field -> field.choiceProperty().addListener((observable, before, now) -> look()));
        look();
    }

    private static Map<List<String>, JsonElement> flat(Optional<Document> document) {
        Map<List<String>, JsonElement> flat = new LinkedHashMap<>();
        document.ifPresent(present -> flatten(List.of(), present.members(), flat));
        return flat;
    }

    private static void flatten(List<String> beginning, JsonObject object, Map<List<String>, JsonElement> flat) {
        object.entrySet().forEach(member -> {
            List<String> path = new ArrayList<>(beginning);
            path.add(member.getKey());
            if (member.getValue() instanceof JsonObject inner && !inner.isEmpty()) {
                flatten(path, inner, flat);
            } else {
                flat.put(List.copyOf(path), member.getValue());
            }
        });
    }

    private void look() {
        decided.set(fields.stream().noneMatch(field -> field.choiceProperty().get() == null));
    }

    /** Takes every field of one side. */
    public void takeAll(Side side) {
        fields.forEach(field -> field.choiceProperty().set(side));
    }

    /** Returns the fields that are not the same on both sides, in the order of what is stored. */
    public List<Field> fields() {
        return List.copyOf(fields);
    }

    /** Returns whether every field has been chosen. */
    public ReadOnlyBooleanProperty decidedProperty() {
        return decided.getReadOnlyProperty();
    }

    /** Returns what is stored now. */
    public StoredDocument theirs() {
        return theirs;
    }

    /** Returns what is stored now with the fields that were chosen from the editor. */
    Document result() {
        Document result = theirs.document().orElseGet(() -> new Document(new JsonObject()));
        for (Field field : fields) {
            if (field.choiceProperty().get() == Side.MINE) {
                result = result.with(field.path, field.mine, kind.members());
            }
        }
        return result;
    }
}
