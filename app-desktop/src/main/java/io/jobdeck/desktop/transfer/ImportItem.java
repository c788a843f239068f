package io.jobdeck.desktop.transfer;

import io.jobdeck.desktop.difference.DiffLine;
import io.jobdeck.desktop.difference.FieldDifference;
import io.jobdeck.desktop.difference.UnifiedDiff;
import io.jobdeck.desktop.editor.Document;
import io.jobdeck.desktop.editor.DocumentKind;
import io.jobdeck.desktop.editor.EditorMode;
import io.jobdeck.desktop.editor.SaveRequest;
import io.jobdeck.desktop.editor.StoredDocument;
import io.jobdeck.scheduler.operations.FieldProblem;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** One document of a file that is to be stored, and what became of it. Interface thread only once it is shown. */
public final class ImportItem {

    private final TransferFile.Entry entry;
    private final Optional<StoredDocument> stored;
    private final List<FieldProblem> problems;
    private final List<FieldDifference> differences;
    private final Document after;
    private final BooleanProperty chosen = new SimpleBooleanProperty(this, "chosen");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state");
    private String failure = "";

    /** How it stands with it. */
    public enum State {
        NEW,
        CHANGED,
        UNCHANGED,
        /** The rules do not let it be stored. */
        INVALID,
        UNDER_WAY,
        SAVED,
        FAILED
    }

    /**
     * @param stored what is stored under its name
     * @param problems everything that is wrong with it
     */
    ImportItem(TransferFile.Entry entry, Optional<StoredDocument> stored, List<FieldProblem> problems) {
        this.entry = entry;
        this.stored = stored;
        this.problems = List.copyOf(problems);
        Document sent = entry.kind().normalised(entry.document().text()).orElse(entry.document());
        Optional<Document> before = stored.flatMap(StoredDocument::document);
        after = before.map(old -> entry.kind().stored(sent, old)).orElse(sent);
        differences = before.map(old -> FieldDifference.between(old.members(), after.members())).orElse(List.of());
        state.set(firstState());
        chosen.set(isChoosable());
    }

    private State firstState() {
        if (!problems.isEmpty()) {
            return State.INVALID;
        }
        if (stored.isEmpty()) {
            return State.NEW;
        }
        return differences.isEmpty() && stored.get().document().isPresent() ? State.UNCHANGED : State.CHANGED;
    }

    /** Returns whether there is anything to store, or to try again. */
    public boolean isChoosable() {
        return switch (state.get()) {
            case NEW, CHANGED, FAILED -> true;
            case UNCHANGED, INVALID, UNDER_WAY, SAVED -> false;
        };
    }

    void begin() {
        state.set(State.UNDER_WAY);
    }

    void saved() {
        state.set(State.SAVED);
        chosen.set(false);
        failure = "";
    }

    void failed(String why) {
        failure = why;
        state.set(State.FAILED);
    }

    SaveRequest request() {
        return new SaveRequest(entry.kind(), stored.isPresent() ? EditorMode.UPDATE : EditorMode.REGISTER, name(),
                entry.document().text(), stored.map(StoredDocument::version));
    }

    public DocumentKind kind() {
        return entry.kind();
    }

    public String name() {
        return entry.name();
    }

    /** Returns the app it is, or belongs to. */
    public String app() {
        return entry.document().text("appName");
    }

    /** Returns everything that is wrong with it. */
    public List<FieldProblem> problems() {
        return problems;
    }

    /** Returns the fields that differ from what is stored; none if nothing is. */
    public List<FieldDifference> differences() {
        return differences;
    }

    /** Returns the lines that differ from what is stored; all lines if nothing is. */
    public List<DiffLine> lines() {
        return UnifiedDiff.between(stored.map(StoredDocument::text).orElse(""), after.pretty());
    }

    /** Returns why it was not stored, empty unless that was tried in vain. */
    public String failure() {
        return failure;
    }

    /** Returns whether it is to be stored. */
    public BooleanProperty chosenProperty() {
        return chosen;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }
}
