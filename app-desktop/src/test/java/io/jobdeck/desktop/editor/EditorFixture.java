package io.jobdeck.desktop.editor;

import io.jobdeck.desktop.action.Rules;
import io.jobdeck.desktop.action.Samples;
import io.jobdeck.desktop.form.Refusal;
import io.jobdeck.desktop.text.Language;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.ConfigUpdate;
import io.jobdeck.scheduler.model.ConfigVersion;
import io.jobdeck.scheduler.model.ExecutionType;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.operations.FieldProblem;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** What an editor needs, without a window: a job that is stored, whoever else changes it, and what is sent. */
final class EditorFixture implements Documents {

    static final Instant NOW = Instant.parse("2026-11-22T17:30:00Z");

    final JobConfig job = Samples.job("invoices", ExecutionType.TRANSIENT);
    final List<SaveRequest> sent = new ArrayList<>();
    final Texts texts = new Texts(Language.ENGLISH);
    Runnable onSaved = () -> { };
    Consumer<Refusal> onRefused = refusal -> { };
    boolean followed;
    private Optional<StoredDocument> stored = Optional.of(stored(Codecs.JOB.write(job), "v1", List.of()));
    private Consumer<Optional<StoredDocument>> listener = document -> { };
    private final Function<String, List<FieldProblem>> rules =
            serverRules();

    private static Function<String, List<FieldProblem>> serverRules() {
        return Rules.ofServer(Clock.fixed(NOW, ZoneOffset.UTC)).job();
    }

    static StoredDocument stored(String text, String version, List<ConfigUpdate> updates) {
        String pretty = DocumentKind.JOB.normalised(text).map(Document::pretty).orElse(text);
        return new StoredDocument(pretty, new ConfigVersion(version), updates);
    }

    EditorModel update() {
        return open(EditorMode.UPDATE, "invoices", stored.orElseThrow().text(), stored);
    }

    EditorModel updateOf(String text) {
        stored = Optional.of(stored(text, "v1", List.of()));
        return update();
    }

    EditorModel register(String text) {
        return open(EditorMode.REGISTER, "", text, Optional.empty());
    }

    private EditorModel open(EditorMode mode, String name, String text, Optional<StoredDocument> basis) {
        return new EditorModel(new EditorModel.Subject(DocumentKind.JOB, mode, name, text, basis),
                new EditorModel.Means(rules, KnownNames.of(List.of("billing_app"), List.of("invoices")), ZoneOffset.UTC,
                        this, (before, after) -> List.of("Restarts nothing."), (request, saved, refused) -> {
                            sent.add(request);
                            onSaved = saved;
                            onRefused = refused;
                        }, texts));
    }

    /** Somebody else stores another config. */
    void storedBy(String who, JobConfig other, ConfigUpdate.Field... fields) {
        ConfigUpdate update = new ConfigUpdate(new ConfigVersion("v1"), new ConfigVersion("v2"), who, NOW, List.of(fields));
        stored = Optional.of(stored(Codecs.JOB.write(other), "v2", List.of(update)));
        listener.accept(stored);
    }

    void removed() {
        stored = Optional.empty();
        listener.accept(stored);
    }

    @Override
    public Optional<StoredDocument> find(DocumentKind kind, String name) {
        return stored;
    }

    @Override
    public Runnable follow(DocumentKind kind, String name, Consumer<Optional<StoredDocument>> follower) {
        listener = follower;
        followed = true;
        return () -> followed = false;
    }
}
