package io.jobdeck.desktop.editor;

import io.jobdeck.desktop.form.DocumentSink;
import io.jobdeck.desktop.form.FormModel;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.ExecutorKind;
import io.jobdeck.scheduler.operations.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;

/** The form of one app. Fields are named as in its JSON (spec section 3.1). */
public final class AppEditorModel extends FormModel {

    private final EditorMode mode;
    private final AppConfig original;
    private final Function<AppConfig, List<FieldProblem>> rules;
    private final Predicate<String> taken;
    private final DocumentSink<AppConfig> sink;
    private final Texts texts;
    private final Numbers numbers;

    private final StringProperty appName;
    private final ObjectProperty<ExecutorKind> executor;
    private final StringProperty appUrl;
    private final StringProperty bootstrapScript;
    private final BooleanProperty appCacheEnable;
    private final StringProperty cpuCount;
    private final StringProperty memoryMb;
    private final StringProperty eventTraceSamplingCount;

    /**
     * @param original what the form shows at first; members it has no field for are kept
     * @param rules the server's own
     * @param taken whether an app of that name exists, as far as is known here
     */
    public AppEditorModel(EditorMode mode, AppConfig original, Function<AppConfig, List<FieldProblem>> rules,
            Predicate<String> taken, DocumentSink<AppConfig> sink, Texts texts) {
        this.mode = mode;
        this.original = original;
        this.rules = rules;
        this.taken = taken;
        this.sink = sink;
        this.texts = texts;
        this.numbers = new Numbers(texts);
        appName = text("appName", original.appName());
        executor = choice("executor", original.executor());
        appUrl = text("appURL", original.appUrl());
        bootstrapScript = text("bootstrapScript", original.bootstrapScript());
        appCacheEnable = flag("appCacheEnable", original.appCacheEnable());
        cpuCount = text("cpuCount", Numbers.text(original.cpuCount()));
        memoryMb = text("memoryMB", Numbers.text(original.memoryMb()));
        eventTraceSamplingCount =
                text("eventTraceSamplingCount", String.valueOf(original.eventTraceSamplingCount()));
    }

    /** Returns the document as the form states it; a number that cannot be read is the original one. */
    public AppConfig document() {
        return new AppConfig(
                appName.get().strip(),
                appUrl.get().strip(),
                bootstrapScript.get().strip(),
                Numbers.decimal(cpuCount.get()).orElse(original.cpuCount()),
                Numbers.decimal(memoryMb.get()).orElse(original.memoryMb()),
                appCacheEnable.get(),
                Numbers.whole(eventTraceSamplingCount.get()).orElse(original.eventTraceSamplingCount()),
                executor.get(),
                original.unknown());
    }

    @Override
    protected List<FieldProblem> check() {
        List<FieldProblem> found = new ArrayList<>();
        numbers.decimalProblem("cpuCount", cpuCount.get(), "1.0").ifPresent(found::add);
        numbers.decimalProblem("memoryMB", memoryMb.get(), "128").ifPresent(found::add);
        numbers.wholeProblem("eventTraceSamplingCount", eventTraceSamplingCount.get(), "0").ifPresent(found::add);
        AppConfig document = document();
        if (mode == EditorMode.REGISTER && taken.test(document.appName())) {
            found.add(new FieldProblem("appName", texts.get("form.problem.app-exists"), document.appName() + "_2"));
        }
        found.addAll(rules.apply(document));
        return found;
    }

    @Override
    public boolean shows(String field) {
        return switch (field) {
            case "appName", "executor", "appURL", "bootstrapScript", "appCacheEnable", "cpuCount", "memoryMB",
                    "eventTraceSamplingCount" -> true;
            default -> false;
        };
    }

    @Override
    protected void send() {
        sink.save(document(), this::succeed, this::fail);
    }

    public EditorMode mode() {
        return mode;
    }

    public StringProperty appNameProperty() {
        return appName;
    }

    public ObjectProperty<ExecutorKind> executorProperty() {
        return executor;
    }

    public StringProperty appUrlProperty() {
        return appUrl;
    }

    public StringProperty bootstrapScriptProperty() {
        return bootstrapScript;
    }

    public BooleanProperty appCacheEnableProperty() {
        return appCacheEnable;
    }

    public StringProperty cpuCountProperty() {
        return cpuCount;
    }

    /** In MB. */
    public StringProperty memoryMbProperty() {
        return memoryMb;
    }

    public StringProperty eventTraceSamplingCountProperty() {
        return eventTraceSamplingCount;
    }
}
