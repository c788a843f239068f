package io.jobdeck.desktop.form;

import atlantafx.base.theme.Styles;
import io.jobdeck.scheduler.operations.FieldProblem;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.DefaultProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * One field of a form: its label, its control, a hint, and what is wrong with it together with an example that would be
 * right. For FXML; the control is its content.
 */
@DefaultProperty("content")
public final class FormField extends HBox {

    private static final double LABEL_WIDTH = 158;
    private static final double GAP = 12;

    private final Label label = new Label();
    private final Label hint = new Label();
    private final Label problem = new Label();
    private final Label example = new Label();
    private final VBox column = new VBox(3);
    private final StringProperty field = new SimpleStringProperty(this, "field", "");
    private final ObjectProperty<Node> content = new SimpleObjectProperty<>(this, "content");

    public FormField() {
        super(GAP);
        getStyleClass().add("form-field");
        setAlignment(Pos.TOP_LEFT);
        label.getStyleClass().add("form-label");
        label.setMinWidth(LABEL_WIDTH);
        label.setPrefWidth(LABEL_WIDTH);
        label.setWrapText(true);
        hint.getStyleClass().add("form-hint");
        problem.getStyleClass().add("field-problem");
        example.getStyleClass().add("field-example");
        for (Label line : new Label[] {hint, problem, example}) {
            line.setWrapText(true);
            line.setMinHeight(Region.USE_PREF_SIZE);
            line.managedProperty().bind(line.visibleProperty());
            line.visibleProperty().bind(line.textProperty().isNotEmpty());
        }
        HBox.setHgrow(column, Priority.ALWAYS);
        getChildren().addAll(label, column);
        content.addListener((observable, before, now) -> place(now));
    }

    private void place(Node control) {
        column.getChildren().setAll(control, problem, example, hint);
        label.setLabelFor(control);
        boolean besideText = control instanceof CheckBox || control instanceof Label;
        label.setPadding(new Insets(besideText ? 0 : 7, 0, 0, 0));
        control.accessibleTextProperty().bind(label.textProperty());
        control.accessibleHelpProperty().bind(problem.textProperty());
    }

    /** Shows what is wrong with the field, and a line with an example of what is right. */
    public void showProblem(FieldProblem found, String exampleLine) {
        problem.setText(sentence(found.message()));
        example.setText(exampleLine);
        mark(true);
    }

    /** Standing alone, what the server says of a field begins like a sentence. */
    private static String sentence(String message) {
        return message.isEmpty() ? message : message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
    }

    /** Shows that nothing is wrong. */
    public void clearProblem() {
        problem.setText("");
        example.setText("");
        mark(false);
    }

    private void mark(boolean wrong) {
        Optional.ofNullable(content.get())
                .ifPresent(control -> control.pseudoClassStateChanged(Styles.STATE_DANGER, wrong));
    }

    /** Gives the focus to the control. */
    public void focusControl() {
        firstThatTakesFocus(content.get()).ifPresent(Node::requestFocus);
    }

    boolean takesText() {
        return content.get() instanceof TextInputControl input && input.isEditable();
    }

    private static Optional<Node> firstThatTakesFocus(Node node) {
        if (node == null || node.isFocusTraversable()) {
            return Optional.ofNullable(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(child -> firstThatTakesFocus(child).stream()).findFirst()
                : Optional.empty();
    }

    /** The field's name in the document. */
    public StringProperty fieldProperty() {
        return field;
    }

    public String getField() {
        return field.get();
    }

    public void setField(String name) {
        field.set(name);
    }

    public ObjectProperty<Node> contentProperty() {
        return content;
    }

    public Node getContent() {
        return content.get();
    }

    public void setContent(Node control) {
        content.set(control);
    }

    public StringProperty labelProperty() {
        return label.textProperty();
    }

    public String getLabel() {
        return label.getText();
    }

    public void setLabel(String text) {
        label.setText(text);
    }

    public StringProperty hintProperty() {
        return hint.textProperty();
    }

    public String getHint() {
        return hint.getText();
    }

    public void setHint(String text) {
        hint.setText(text);
    }

    /** Returns what is said to be wrong, empty if nothing is. */
    public String problemText() {
        return problem.getText();
    }

    /** Returns the example shown with the problem, empty if nothing is wrong. */
    public String exampleText() {
        return example.getText();
    }
}
