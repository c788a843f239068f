package io.jobdeck.desktop.form;

import io.jobdeck.scheduler.operations.FieldProblem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/**
 * What every form does: it knows its fields by the names the server gives them, whether they were changed, what is wrong
 * with each, and how saving goes. A field's problem is shown once it was changed or saving was tried, and a problem found
 * by the server until its field is changed. Interface thread only; needs no window.
 */
public abstract class FormModel implements ValidatedFields {

    private final Map<String, Property<?>> fields = new LinkedHashMap<>();
    private final Map<String, Object> initial = new HashMap<>();
    private final Set<String> touched = new HashSet<>();
    private final Map<String, FieldProblem> refused = new HashMap<>();
    private final ObservableMap<String, FieldProblem> problems = FXCollections.observableHashMap();
    /** Kept, since it hears of changes only as long as somebody holds it. */
    private final ObservableMap<String, FieldProblem> shownProblems = FXCollections.unmodifiableObservableMap(problems);
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper(this, "dirty");
    private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper(this, "saving");
    private final ReadOnlyBooleanWrapper saved = new ReadOnlyBooleanWrapper(this, "saved");
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private boolean saveTried;
    private Consumer<String> onChange = field -> { };
    private Consumer<String> onWrongField = field -> { };

    /** Adds a field of text. Fields are added in the order in which they are shown. */
    protected final StringProperty text(String field, String value) {
        return added(field, new SimpleStringProperty(this, field, value == null ? "" : value));
    }

    /** Adds a field that is on or off. */
    protected final BooleanProperty flag(String field, boolean value) {
        return added(field, new SimpleBooleanProperty(this, field, value));
    }

    /** Adds a field that is one of several values. */
    protected final <E> ObjectProperty<E> choice(String field, E value) {
        return added(field, new SimpleObjectProperty<>(this, field, value));
    }

    private <P extends Property<?>> P added(String field, P property) {
        fields.put(field, property);
        initial.put(field, property.getValue());
        property.addListener((observable, before, now) -> changed(field));
        return property;
    }

    private void changed(String field) {
        touched.add(field);
        refused.remove(field);
        dirty.set(fields.entrySet().stream()
                .anyMatch(each -> !Objects.equals(each.getValue().getValue(), initial.get(each.getKey()))));
        onChange.accept(field);
    }

    /** Returns everything that is wrong with what stands in the form now, found without asking anyone. */
    protected abstract List<FieldProblem> check();

    /** Returns whether the form shows this field now. */
    @Override
    public abstract boolean shows(String field);

    /** Sends what stands in the form; ends in {@link #succeed} or {@link #fail}, later and on the interface thread. */
    protected abstract void send();

    /** Looks at the form again and shows what is wrong with it. */
    @Override
    public final void validate() {
        Map<String, FieldProblem> found = firstOfEach(check());
        found.putAll(refused);
        Map<String, FieldProblem> shown = found.values().stream()
                .filter(problem -> shows(problem.field()))
                .filter(problem -> saveTried || touched.contains(problem.field()))
                .collect(Collectors.toMap(FieldProblem::field, problem -> problem));
        problems.keySet().retainAll(shown.keySet());
        problems.putAll(shown);
    }

    private static Map<String, FieldProblem> firstOfEach(List<FieldProblem> all) {
        return all.stream().collect(Collectors.toMap(FieldProblem::field, problem -> problem,
                (first, other) -> first, LinkedHashMap::new));
    }

    /** Saves, unless something is wrong or saving is under way. */
    public final void save() {
        if (saving.get()) {
            return;
        }
        saveTried = true;
        refused.clear();
        failure.set("");
        List<FieldProblem> found = check();
        validate();
        if (found.isEmpty()) {
            saving.set(true);
            send();
        } else {
            tellOfHidden(found);
            turnToFirstProblem();
        }
    }

    /** Tells that it was saved. */
    protected final void succeed() {
        dirty.set(false);
        saved.set(true);
        saving.set(false);
    }

    /** Tells that it was not saved, and why. */
    protected final void fail(Refusal refusal) {
        saving.set(false);
        refusal.problems().forEach(problem -> refused.putIfAbsent(problem.field(), problem));
        if (refusal.problems().isEmpty()) {
            failure.set(refusal.message());
        }
        tellOfHidden(refusal.problems());
        onChange.accept("");
        validate();
        turnToFirstProblem();
    }

    private void tellOfHidden(List<FieldProblem> found) {
        List<String> hidden = found.stream()
                .filter(problem -> !shows(problem.field()))
                .map(FieldProblem::sentence)
                .toList();
        if (!hidden.isEmpty()) {
            failure.set(String.join(" ", hidden));
        }
    }

    private void turnToFirstProblem() {
        fields.keySet().stream().filter(problems::containsKey).findFirst().ifPresent(field -> onWrongField.accept(field));
    }

    /** Returns in one line why it was not saved. */
    public final String refusalText() {
        return failure.get().isEmpty()
                ? refused.values().stream().map(FieldProblem::sentence).collect(Collectors.joining(" "))
                : failure.get();
    }

    /** Sets what hears which field was changed. */
    @Override
    public final void setOnChange(Consumer<String> listener) {
        onChange = listener;
    }

    /** Sets what hears the first wrong field in the form's order when saving failed. */
    @Override
    public final void setOnWrongField(Consumer<String> listener) {
        onWrongField = listener;
    }

    /** Returns what is wrong with each field that is shown, by the field's name. */
    @Override
    public final ObservableMap<String, FieldProblem> problems() {
        return shownProblems;
    }

    /** Returns whether something differs from what the form was opened with. */
    public final ReadOnlyBooleanProperty dirtyProperty() {
        return dirty.getReadOnlyProperty();
    }

    public final ReadOnlyBooleanProperty savingProperty() {
        return saving.getReadOnlyProperty();
    }

    /** Returns whether it was saved; the form is done then. */
    public final ReadOnlyBooleanProperty savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /** Returns why saving failed, if that has to do with no field shown; empty otherwise. */
    public final ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
