package io.jobdeck.desktop.editor;

import io.jobdeck.desktop.cron.CronHelp;
import io.jobdeck.desktop.form.FormBinder;
import io.jobdeck.desktop.form.FormField;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.model.ExecutionType;
import io.jobdeck.scheduler.model.ExecutorKind;
import io.jobdeck.scheduler.model.JobType;
import io.jobdeck.scheduler.model.PlacementStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;

/** The form of an editor. Each field of the form file is joined with the member of the document that has its name. */
final class FormSide {

    private static final String OTHER_MEMBERS = "other-members";
    private static final String CRON_HELP = "cron-help";

    private final EditorModel model;
    private final Texts texts;
    private final Clock clock;
    private final BorderPane root = new BorderPane();
    private final Map<String, FormField> fields = new LinkedHashMap<>();
    private final FormBinder binder;

    FormSide(EditorModel model, Texts texts, Clock clock) {
        this.model = model;
        this.texts = texts;
        this.clock = clock;
        Region body = load(texts);
        collect(body);
        fields.values().forEach(this::join);
        if (model.kind() == DocumentKind.JOB) {
            prepareJob();
        } else {
            prepareApp();
        }
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("form-scroll");
        scroll.setId("form");
        root.setCenter(scroll);
        root.setMinWidth(0);
        binder = new FormBinder(model, body, texts);
        follow(model.scanProperty(), scan -> showFault(scroll, scan.fault().isPresent()));
    }

    private Region load(Texts language) {
        URL file = FormSide.class.getResource(model.kind().id() + "-editor.fxml");
        try {
            return FXMLLoader.load(Objects.requireNonNull(file, "form"), language.resources());
        } catch (IOException e) {
            throw new UncheckedIOException("The form in the program cannot be read: " + file, e);
        }
    }

    private void collect(Parent parent) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (child instanceof FormField field) {
                fields.put(field.getField(), field);
            } else if (child instanceof Parent inner) {
                collect(inner);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private void join(FormField field) {
        String name = field.getField();
        Node control = field.getContent();
        if (control instanceof TextInputControl input) {
            input.textProperty().bindBidirectional(model.text(name));
        } else if (control instanceof CheckBox box) {
            box.selectedProperty().bindBidirectional(model.flag(name));
        } else if (control instanceof ComboBox<?> box) {
            box.getEditor().textProperty().bindBidirectional(model.text(name));
        } else if (control instanceof ChoiceBox<?> box) {
            ((ChoiceBox<String>) box).valueProperty().bindBidirectional(model.text(name));
        }
    }

    private void prepareJob() {
        keepName("jobName");
        choices("jobExecutionType", "job.execution.", names(ExecutionType.values()));
        choices("jobType", "job.type.", names(JobType.values()));
        choices("placement", "form.job.placement.",
                Stream.concat(Stream.of(""), names(PlacementStrategy.values()).stream()).toList());
        hints("jobExecutionType", "form.job.execution-hint.", names(ExecutionType.values()));
        hints("jobType", "form.job.type-hint.", names(JobType.values()));
        apps();
        fields.get(CRON_HELP).setContent(new CronHelp(model.text("cron"), model.zone(), clock, texts));
        follow(model.jsonProperty(), json -> showOthers());
    }

    private void prepareApp() {
        keepName("appName");
        choices("executor", "executor-kind.", names(ExecutorKind.values()));
        hints("executor", "form.app.executor-hint.", names(ExecutorKind.values()));
        follow(model.jsonProperty(), json -> showOthers());
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    private void keepName(String field) {
        if (fields.get(field).getContent() instanceof TextInputControl input) {
            input.setEditable(model.mode() == EditorMode.REGISTER);
        }
    }

    private void apps() {
        if (fields.get("appName").getContent() instanceof ComboBox<?> box) {
            @SuppressWarnings("unchecked")
            ComboBox<String> apps = (ComboBox<String>) box;
            String chosen = model.text("appName").get();
            apps.getItems().setAll(model.apps());
            apps.getEditor().setText(chosen);
        }
    }

    private void choices(String field, String key, List<String> constants) {
        if (fields.get(field).getContent() instanceof ChoiceBox<?> box) {
            @SuppressWarnings("unchecked")
            ChoiceBox<String> choice = (ChoiceBox<String>) box;
            String chosen = model.text(field).get();
            choice.setConverter(new NamedChoices(constants, name -> texts.get(key + (name.isEmpty() ? "none" : name))));
            choice.getItems().setAll(constants);
            choice.setValue(chosen);
        }
    }

    private void hints(String field, String key, List<String> constants) {
        follow(model.text(field), name -> fields.get(field).setHint(constants.contains(name) ? texts.get(key + name) : ""));
    }

    private void showOthers() {
        if (fields.get(OTHER_MEMBERS).getContent() instanceof Label label) {
            String others = model.document().members().keySet().stream()
                    .filter(name -> !model.kind().members().contains(name)).collect(Collectors.joining(", "));
            label.setText(others.isEmpty() ? texts.get("form.others.none") : others);
        }
    }

    private void showFault(ScrollPane scroll, boolean malformed) {
        scroll.setDisable(malformed);
        if (malformed && root.getTop() == null) {
            Label note = new Label(texts.get("editor.form-waits"));
            note.setWrapText(true);
            note.getStyleClass().add("editor-note");
            note.setMaxWidth(Double.MAX_VALUE);
            root.setTop(note);
        } else if (!malformed) {
            root.setTop(null);
        }
    }

    private static <T> void follow(ObservableValue<T> value, Consumer<T> consumer) {
        consumer.accept(value.getValue());
        value.addListener((observable, before, now) -> consumer.accept(now));
    }

    Region root() {
        return root;
    }

    /** Shows the field and gives it the focus. */
    void turnTo(String field) {
        binder.turnTo(field);
    }

    void focusFirst() {
        binder.focusFirst();
    }

    /** Gives the focus to the last field. */
    void focusLast() {
        List<FormField> shown = fields.values().stream().filter(Node::isVisible)
                .filter(field -> !FormLayout.ONLY_SHOWN.contains(field.getField())).toList();
        shown.get(shown.size() - 1).focusControl();
    }
}
