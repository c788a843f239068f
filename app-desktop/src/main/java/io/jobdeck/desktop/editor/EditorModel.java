package io.jobdeck.desktop.editor;

import io.jobdeck.desktop.difference.FieldDifference;
import io.jobdeck.desktop.difference.UnifiedDiff;
import io.jobdeck.desktop.form.DocumentSink;
import io.jobdeck.desktop.form.Refusal;
import io.jobdeck.desktop.form.ValidatedFields;
import io.jobdeck.desktop.json.JsonFault;
import io.jobdeck.desktop.json.JsonScan;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.operations.FieldProblem;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableMap;

/**
 * The editor of one document, as a form and as JSON at once, from opening it to its being stored. The document is the truth;
 * both sides show it, and a change on one side is at once on the other. Interface thread only; needs no window.
 */
public final class EditorModel implements ValidatedFields {

    private final DocumentKind kind;
    private final String name;
    private final Means means;
    private final Texts texts;
    private final FieldValues values;
    private final EditorProblems problems;
    private final StringProperty json = new SimpleStringProperty(this, "json", "");
    private final ReadOnlyObjectWrapper<JsonScan> scan = new ReadOnlyObjectWrapper<>(this, "scan");
    private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(this, "page", Page.EDIT);
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper(this, "dirty");
    private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper(this, "saving");
    private final ReadOnlyBooleanWrapper saved = new ReadOnlyBooleanWrapper(this, "saved");
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private final ReadOnlyObjectWrapper<Optional<StoredDocument>> storedNow;
    private final Runnable unfollow;
    private final Document initial;
    private Consumer<String> onChange = field -> { };
    private EditorMode mode;
    private Document document;
    private Optional<StoredDocument> basis;
    private Optional<Review> review = Optional.empty();
    private Optional<ConflictModel> conflict = Optional.empty();
    private boolean conflictAwaited;
    private boolean writesJson;

    /**
     * What is edited.
     *
     * @param mode what saving does
     * @param name its identity, empty if it is new
     * @param text what stands in the editor at first
     * @param basis what is stored, empty if the document is new
     */
    public record Subject(DocumentKind kind, EditorMode mode, String name, String text,
            Optional<StoredDocument> basis) { }

    /**
     * What an editor works with.
     *
     * @param rules everything wrong with a text, by the server's own rules
     * @param names the apps and jobs that exist
     * @param zone zone in which the leader fires crons
     * @param documents what is stored
     * @param effects what the cluster does when the second document is stored in place of the first
     * @param sink where a document goes when it is saved
     */
    public record Means(Function<String, List<FieldProblem>> rules, KnownNames names, ZoneId zone, Documents documents,
            BiFunction<Optional<Document>, Document, List<String>> effects, DocumentSink<SaveRequest> sink, Texts texts) { }

    /** Opens an editor; it follows what is stored until it is closed. */
    public EditorModel(Subject subject, Means means) {
        this.kind = subject.kind();
        this.name = subject.name();
        this.means = means;
        this.texts = means.texts();
        this.mode = subject.mode();
        this.basis = subject.basis();
        this.initial = Document.parse(subject.text()).orElseGet(() -> Document.parse("{}").orElseThrow());
        this.document = initial;
        this.storedNow = new ReadOnlyObjectWrapper<>(this, "storedNow", basis);
        this.values = new FieldValues(kind, document, this::fieldChanged);
        this.problems = new EditorProblems(kind, means, basis.isPresent());
        json.addListener((observable, before, now) -> jsonChanged(now));
        json.set(subject.text());
        dirty.set(false);
        this.unfollow = basis.isPresent()
                ? means.documents().follow(kind, name, this::storedChanged)
                : () -> { };
        validate();
    }

    private void fieldChanged(String field) {
        document = values.applyTo(document, field);
        problems.touch(field);
        writesJson = true;
        try {
            json.set(document.pretty());
        } finally {
            writesJson = false;
        }
        changed(field);
    }

    private void jsonChanged(String text) {
        JsonScan now = JsonScan.of(text);
        scan.set(now);
        problems.forgetRefusals();
        if (writesJson) {
            return;
        }
        if (now.fault().isEmpty()) {
            Document.parse(text).ifPresent(parsed -> {
                document = parsed;
                values.show(parsed);
            });
        }
        changed("");
    }

    private void changed(String field) {
        dirty.set(scan.get().fault().isPresent() || !document.members().equals(initial.members()));
        failure.set("");
        onChange.accept(field);
    }

    @Override
    public boolean shows(String field) {
        return FormLayout.shows(kind, document, field);
    }

    @Override
    public void validate() {
        problems.look(this);
    }

    /** Shows what saving will change, or what keeps it from being saved; a new document is saved at once. */
    public void save() {
        if (saving.get()) {
            return;
        }
        failure.set("");
        problems.showAll();
        validate();
        if (problems.count() > 0) {
            page.set(Page.EDIT);
            turnToFirstProblem();
        } else if (isStale()) {
            resolve();
        } else if (mode == EditorMode.REGISTER) {
            send();
        } else {
            review();
        }
    }

    private void review() {
        Optional<Document> before = basis.flatMap(StoredDocument::document);
        Document after = effective();
        String was = basis.map(StoredDocument::text).orElse("");
        List<FieldDifference> fields = before
                .map(old -> FieldDifference.between(old.members(), after.members())).orElse(List.of());
        if (was.equals(after.pretty()) || before.isPresent() && fields.isEmpty()) {
            failure.set(texts.get("editor.nothing-changed"));
            return;
        }
        review = Optional.of(new Review(fields, UnifiedDiff.between(was, after.pretty()),
                means.effects().apply(before, after)));
        page.set(Page.REVIEW);
    }

    /** Returns the document as it will stand in the registry once it is saved. */
    private Document effective() {
        Document sent = kind.normalised(document.text()).orElse(document);
        return basis.flatMap(StoredDocument::document).map(stored -> kind.stored(sent, stored)).orElse(sent);
    }

    /** Saves what the review shows. */
    public void confirm() {
        if (page.get() == Page.REVIEW && !saving.get()) {
            send();
        }
    }

    private void send() {
        saving.set(true);
        means.sink().save(new SaveRequest(kind, mode, document.text(kind.nameMember()), document.text(),
                basis.map(StoredDocument::version)), this::succeed, this::fail);
    }

    private void succeed() {
        dirty.set(false);
        saved.set(true);
        saving.set(false);
        close();
    }

    private void fail(Refusal refusal) {
        saving.set(false);
        failure.set(refusal.problems().isEmpty() ? refusal.message() : "");
        if (refusal.stale()) {
            conflictAwaited = true;
            meetConflict();
        } else if (!refusal.problems().isEmpty()) {
            problems.refuse(refusal.problems());
            validate();
            page.set(Page.EDIT);
            turnToFirstProblem();
        }
    }

    private void storedChanged(Optional<StoredDocument> now) {
        storedNow.set(now);
        if (conflictAwaited) {
            meetConflict();
        }
    }

    /** What the leader has stored may reach this console a moment after its refusal. */
    private void meetConflict() {
        if (isStale()) {
            conflictAwaited = false;
            failure.set("");
            resolve();
        }
    }

    /** Shows what others have stored meanwhile beside what stands here. */
    public void resolve() {
        Optional<StoredDocument> now = storedNow.get();
        if (mode == EditorMode.UPDATE && now.isPresent() && basis.isPresent()) {
            conflict = Optional.of(new ConflictModel(kind, basis.get(), now.get(), document));
            page.set(Page.CONFLICT);
        }
    }

    /** Takes what was chosen for each field; it is to be saved in place of what the conflict was with. */
    public void takeResolution() {
        conflict.filter(open -> open.decidedProperty().get()).ifPresent(open -> {
            basis = Optional.of(open.theirs());
            conflict = Optional.empty();
            page.set(Page.EDIT);
            json.set(open.result().pretty());
            refreshStale();
            validate();
        });
    }

    /** Goes on without what was stored: a document that was removed meanwhile is registered again. */
    public void registerAgain() {
        mode = EditorMode.REGISTER;
        basis = Optional.empty();
        refreshStale();
        validate();
    }

    /** The basis has changed, which is told as a change of what it is compared with. */
    private void refreshStale() {
        Optional<StoredDocument> now = storedNow.get();
        storedNow.set(basis);
        storedNow.set(now);
    }

    /** Goes back to the document. */
    public void edit() {
        if (!saving.get()) {
            page.set(Page.EDIT);
        }
    }

    /** Turns to the first thing that is wrong, and from then on shows everything that is. */
    public void turnToFirstProblem() {
        problems.showAll();
        validate();
        problems.turnToFirst(this);
    }

    /** Stops following what is stored. */
    public void close() {
        unfollow.run();
    }

    /** Returns whether what is stored is no more what the editor began from. */
    public boolean isStale() {
        return mode == EditorMode.UPDATE && !saved.get() && basis.isPresent()
                && !storedNow.get().map(StoredDocument::version).equals(basis.map(StoredDocument::version));
    }

    /** Returns what is stored now, as far as that is followed. */
    public ReadOnlyObjectProperty<Optional<StoredDocument>> storedNowProperty() {
        return storedNow.getReadOnlyProperty();
    }

    /** Returns whether both edit documents of the same cluster. */
    public boolean isOfSameCluster(EditorModel other) {
        return means.documents() == other.means.documents();
    }

    /** Returns in one line why it was not saved. */
    public String refusalText() {
        return failure.get().isEmpty() ? problems.refusalText() : failure.get();
    }

    public DocumentKind kind() {
        return kind;
    }

    public EditorMode mode() {
        return mode;
    }

    /** Returns the name that the document had when it was opened, empty if it is new. */
    public String originalName() {
        return name;
    }

    /** Returns the document as it stands in the form; what it was before if the JSON is malformed. */
    public Document document() {
        return document;
    }

    /** Returns the JSON side's text. */
    public StringProperty jsonProperty() {
        return json;
    }

    /** Returns what the JSON side's text says. */
    public ReadOnlyObjectProperty<JsonScan> scanProperty() {
        return scan.getReadOnlyProperty();
    }

    /** Returns what keeps the JSON from being read. */
    public Optional<JsonFault> fault() {
        return scan.get().fault();
    }

    /** Returns the value of a field of the form, as text. */
    public StringProperty text(String field) {
        return values.text(field);
    }

    /** Returns a field that is on or off. */
    public BooleanProperty flag(String field) {
        return values.flag(field);
    }

    /** Returns the apps to choose from. */
    public List<String> apps() {
        return List.copyOf(means.names().apps());
    }

    /** Returns the zone in which the leader fires crons. */
    public ZoneId zone() {
        return means.zone();
    }

    @Override
    public ObservableMap<String, FieldProblem> problems() {
        return problems.shown();
    }

    /** Returns everything that is wrong, also with fields that are not shown or were not touched. */
    public EditorProblems allProblems() {
        return problems;
    }

    public ReadOnlyObjectProperty<Page> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /** Returns what saving changes; there is one on {@link Page#REVIEW}. */
    public Optional<Review> currentReview() {
        return review;
    }

    /** Returns what others have changed; there is one on {@link Page#CONFLICT}. */
    public Optional<ConflictModel> currentConflict() {
        return conflict;
    }

    /** Returns whether something differs from what the editor was opened with. */
    public ReadOnlyBooleanProperty dirtyProperty() {
        return dirty.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty savingProperty() {
        return saving.getReadOnlyProperty();
    }

    /** Returns whether it was saved; the editor is done then. */
    public ReadOnlyBooleanProperty savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /** Returns why it was not saved, if that has to do with no field; empty otherwise. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    @Override
    public void setOnChange(Consumer<String> listener) {
        onChange = listener;
    }

    @Override
    public void setOnWrongField(Consumer<String> listener) {
        problems.setOnWrongField(listener);
    }
}
