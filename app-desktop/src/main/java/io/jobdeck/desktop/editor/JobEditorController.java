package io.jobdeck.desktop.editor;

import io.jobdeck.desktop.form.FormField;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.model.ExecutionType;
import io.jobdeck.scheduler.model.JobType;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;

/** Joins the form of a job with its model, and shows when its cron fires next. */
public final class JobEditorController {

    private static final int FIRE_TIMES = 5;

    private final JobEditorModel model;
    private final Texts texts;
    private final Clock clock;

    @FXML
    private TextField jobName;
    @FXML
    private ComboBox<String> appName;
    @FXML
    private FormField appNameField;
    @FXML
    private TextField description;
    @FXML
    private ChoiceBox<JobType> jobType;
    @FXML
    private FormField jobTypeField;
    @FXML
    private TextField jobClass;
    @FXML
    private TextArea scriptCommandLine;
    @FXML
    private CheckBox streamingProcess;
    @FXML
    private ChoiceBox<ExecutionType> executionType;
    @FXML
    private FormField executionTypeField;
    @FXML
    private TextField cron;
    @FXML
    private FormField cronField;
    @FXML
    private CheckBox misfire;
    @FXML
    private CheckBox failover;
    @FXML
    private TextField shardingTotalCount;
    @FXML
    private TextField shardingItemParameters;
    @FXML
    private TextField jobParameter;
    @FXML
    private TextField cpuCount;
    @FXML
    private TextField memoryMb;
    @FXML
    private TextField beanName;
    @FXML
    private TextField applicationContext;
    @FXML
    private Node springTitle;

    public JobEditorController(JobEditorModel model, Texts texts, Clock clock) {
        this.model = model;
        this.texts = texts;
        this.clock = clock;
    }

    @FXML
    private void initialize() {
        bindIdentity();
        bindCode();
        bindSchedule();
        shardingTotalCount.textProperty().bindBidirectional(model.shardingTotalCountProperty());
        shardingItemParameters.textProperty().bindBidirectional(model.shardingItemParametersProperty());
        jobParameter.textProperty().bindBidirectional(model.jobParameterProperty());
        cpuCount.textProperty().bindBidirectional(model.cpuCountProperty());
        memoryMb.textProperty().bindBidirectional(model.memoryMbProperty());
        beanName.textProperty().bindBidirectional(model.beanNameProperty());
        applicationContext.textProperty().bindBidirectional(model.applicationContextProperty());
    }

    private void bindIdentity() {
        boolean fresh = model.mode() == EditorMode.REGISTER;
        jobName.textProperty().bindBidirectional(model.jobNameProperty());
        jobName.setEditable(fresh);
        if (fresh) {
            appName.getItems().setAll(model.apps());
            appName.getEditor().textProperty().bindBidirectional(model.appNameProperty());
        } else {
            appNameField.setContent(readOnly(model.appNameProperty().get()));
        }
        description.textProperty().bindBidirectional(model.descriptionProperty());
    }

    private static TextField readOnly(String text) {
        TextField field = new TextField(text);
        field.setId("appName");
        field.setEditable(false);
        return field;
    }

    private void bindCode() {
        jobType.getItems().setAll(JobType.values());
        jobType.setConverter(new NamedConstants<>(type -> texts.get("job.type." + type.name())));
        jobType.valueProperty().bindBidirectional(model.jobTypeProperty());
        follow(model.jobTypeProperty(), type -> {
            jobTypeField.setHint(texts.get("form.job.type-hint." + type.name()));
            springTitle.setVisible(type != JobType.SCRIPT);
            springTitle.setManaged(type != JobType.SCRIPT);
        });
        jobClass.textProperty().bindBidirectional(model.jobClassProperty());
        scriptCommandLine.textProperty().bindBidirectional(model.scriptCommandLineProperty());
        streamingProcess.selectedProperty().bindBidirectional(model.streamingProcessProperty());
    }

    private void bindSchedule() {
        executionType.getItems().setAll(ExecutionType.values());
        executionType.setConverter(new NamedConstants<>(type -> texts.get("job.execution." + type.name())));
        executionType.valueProperty().bindBidirectional(model.executionTypeProperty());
        follow(model.executionTypeProperty(),
                type -> executionTypeField.setHint(texts.get("form.job.execution-hint." + type.name())));
        cron.textProperty().bindBidirectional(model.cronProperty());
        follow(model.cronProperty(), text -> cronField.setHint(fireTimes(text)));
        misfire.selectedProperty().bindBidirectional(model.misfireProperty());
        failover.selectedProperty().bindBidirectional(model.failoverProperty());
    }

    private String fireTimes(String text) {
        List<ZonedDateTime> times = CronPreview.next(text.strip(), model.zone(), clock.instant(), FIRE_TIMES);
        return times.isEmpty()
                ? texts.get("form.job.cron-hint")
                : texts.get("form.job.fires-next", CronPreview.line(times), CronPreview.name(model.zone()));
    }

    private static <T> void follow(ObservableValue<T> value, Consumer<T> consumer) {
        consumer.accept(value.getValue());
        value.addListener((observable, before, now) -> consumer.accept(now));
    }
}
