package io.jobdeck.desktop.editor;

import io.jobdeck.scheduler.operations.FieldProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

/**
 * What is wrong with the document of an editor. All of it is counted and shown in the JSON; the form of a new document
 * shows what is wrong with a field once that was touched or saving was tried.
 */
public final class EditorProblems {

    private final DocumentKind kind;
    private final EditorModel.Means means;
    private final Set<String> touched = new HashSet<>();
    private final List<FieldProblem> refused = new ArrayList<>();
    private final ObservableMap<String, FieldProblem> shown = FXCollections.observableHashMap();
    private final ObservableMap<String, FieldProblem> shownView = FXCollections.unmodifiableObservableMap(shown);
    private final ObservableList<FieldProblem> all = FXCollections.observableArrayList();
    private final ObservableList<FieldProblem> allView = FXCollections.unmodifiableObservableList(all);
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(this, "count");
    private boolean showsAll;
    private Consumer<String> onWrongField = field -> { };

    EditorProblems(DocumentKind kind, EditorModel.Means means, boolean showsAll) {
        this.kind = kind;
        this.means = means;
        this.showsAll = showsAll;
    }

    void touch(String field) {
        touched.add(field);
        refused.removeIf(problem -> problem.field().equals(field));
    }

    void forgetRefusals() {
        refused.clear();
    }

    void refuse(List<FieldProblem> problems) {
        refused.addAll(problems);
    }

    String refusalText() {
        return refused.stream().map(FieldProblem::sentence).collect(Collectors.joining(" "));
    }

    void showAll() {
        showsAll = true;
    }

    void look(EditorModel model) {
        boolean malformed = model.fault().isPresent();
        List<FieldProblem> found = malformed ? List.of() : List.copyOf(found(model).values());
        all.setAll(found);
        count.set(malformed ? 1 : found.size());
        Map<String, FieldProblem> now = found.stream()
                .filter(problem -> model.shows(place(problem.field())))
                .filter(problem -> showsAll || touched.contains(place(problem.field())))
                .collect(Collectors.toMap(problem -> place(problem.field()), problem -> problem, (first, other) -> first));
        shown.keySet().retainAll(now.keySet());
        shown.putAll(now);
    }

    /** The form shows the handlers, which the rules know by the object that holds them. */
    private static String place(String field) {
        return field.equals("jobProperties") ? FormLayout.EXCEPTION_HANDLER : field;
    }

    private Map<String, FieldProblem> found(EditorModel model) {
        Map<String, FieldProblem> found = new LinkedHashMap<>();
        refused.forEach(problem -> found.putIfAbsent(problem.field(), problem));
        nameProblem(model).ifPresent(problem -> found.putIfAbsent(problem.field(), problem));
        appProblem(model).ifPresent(problem -> found.putIfAbsent(problem.field(), problem));
        means.rules().apply(model.jsonProperty().get())
                .forEach(problem -> found.putIfAbsent(problem.field(), problem));
        return found;
    }

    private Optional<FieldProblem> nameProblem(EditorModel model) {
        String name = model.document().text(kind.nameMember());
        if (model.mode() == EditorMode.UPDATE) {
            return name.equals(model.originalName()) ? Optional.empty()
                    : problem(kind.nameMember(), "form.problem.renamed", model.originalName());
        }
        boolean taken = kind == DocumentKind.JOB ? means.names().jobs().contains(name) : means.names().apps().contains(name);
        return taken ? problem(kind.nameMember(), "form.problem." + kind.id() + "-exists", name + "_2") : Optional.empty();
    }

    private Optional<FieldProblem> appProblem(EditorModel model) {
        String app = model.document().text("appName");
        boolean missing = kind == DocumentKind.JOB && !app.isEmpty() && !means.names().apps().contains(app);
        return missing ? problem("appName", "form.problem.app-missing",
                means.names().apps().stream().findFirst().orElse("sample_app")) : Optional.empty();
    }

    private Optional<FieldProblem> problem(String field, String key, String example) {
        return Optional.of(new FieldProblem(field, means.texts().get(key), example));
    }

    void turnToFirst(EditorModel model) {
        FormLayout.fields(kind).stream().map(DocumentField::id).filter(shown::containsKey).findFirst()
                .or(() -> all.stream().findFirst().map(FieldProblem::field))
                .or(() -> model.fault().map(fault -> ""))
                .ifPresent(onWrongField);
    }

    void setOnWrongField(Consumer<String> listener) {
        onWrongField = listener;
    }

    ObservableMap<String, FieldProblem> shown() {
        return shownView;
    }

    /** Returns everything that is wrong by the rules, the first of each field. */
    public ObservableList<FieldProblem> all() {
        return allView;
    }

    int count() {
        return count.get();
    }

    /** Returns how much is wrong; malformed JSON counts as one. */
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }
}
