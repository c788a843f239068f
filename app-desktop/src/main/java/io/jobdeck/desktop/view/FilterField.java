package io.jobdeck.desktop.view;

import atlantafx.base.controls.CustomTextField;
import io.jobdeck.desktop.filter.FilterProblem;
import io.jobdeck.desktop.filter.Suggestion;
import io.jobdeck.desktop.table.TableFilter;
import io.jobdeck.desktop.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Where a person types which rows to see. Below it stands what could come next and what cannot be understood; F1 tells of
 * the grammar, Escape clears.
 */
public final class FilterField extends StackPane {

    private static final PseudoClass FAULTY = PseudoClass.getPseudoClass("faulty");

    private final CustomTextField input = new CustomTextField();
    private final FilterPopup popup = new FilterPopup(this::take);
    private final FilterHelp help = new FilterHelp();
    private final Button helpButton = button("fth-help-circle", () -> help.toggle(input));
    private final Button clearButton = button("fth-x", input::clear);
    private final Tooltip problemTip = new Tooltip();
    private final InvalidationListener onProblems = change -> showProblems();
    private Optional<TableFilter<?>> filter = Optional.empty();
    private Optional<Texts> texts = Optional.empty();

    public FilterField() {
        getStyleClass().add("filter-box");
        getChildren().add(input);
        input.getStyleClass().add("filter-field");
        input.setLeft(new FontIcon("fth-search"));
        clearButton.visibleProperty().bind(input.textProperty().isNotEmpty());
        clearButton.managedProperty().bind(clearButton.visibleProperty());
        input.setRight(new HBox(clearButton, helpButton));
        input.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        input.caretPositionProperty().addListener((property, before, caret) -> typed());
        input.focusedProperty().addListener((property, before, focused) -> focusChanged(focused));
    }

    private static Button button(String icon, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().add("filter-button");
        button.setFocusTraversable(false);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** Says what it is for in the language chosen. */
    public void speak(Texts spoken) {
        texts = Optional.of(spoken);
        popup.speak(spoken);
        help.speak(spoken);
        input.promptTextProperty().bind(spoken.bind("view.filter.prompt"));
        input.accessibleTextProperty().bind(spoken.bind("view.filter.prompt"));
        helpButton.accessibleTextProperty().bind(spoken.bind("filter.help"));
        clearButton.accessibleTextProperty().bind(spoken.bind("view.filter.clear"));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(spoken.bind("filter.help.tip"));
        helpButton.setTooltip(tip);
        spoken.languageProperty().addListener(onProblems);
    }

    /** Completes and explains what is typed for this table from now on; its filter must have this field's text. */
    public void attend(TableFilter<?> attended) {
        filter.ifPresent(before -> before.problemsProperty().removeListener(onProblems));
        filter = Optional.of(attended);
        attended.problemsProperty().addListener(onProblems);
        help.describe(attended.fields());
        showProblems();
    }

    /** Returns what is typed. */
    public StringProperty textProperty() {
        return input.textProperty();
    }

    public void setText(String text) {
        input.setText(text);
    }

    public void selectAll() {
        input.selectAll();
    }

    @Override
    public void requestFocus() {
        input.requestFocus();
    }

    private void pressed(KeyEvent event) {
        boolean done = switch (event.getCode()) {
            case DOWN -> popup.isOffering() ? popup.move(1) : offerAnything();
            case UP -> popup.isOffering() && popup.move(-1);
            case TAB, ENTER -> !event.isShiftDown() && popup.takeChosen();
            case ESCAPE -> popup.close() || help.close() || clear();
            case F1 -> help.toggle(input);
            default -> false;
        };
        if (done) {
            event.consume();
        } else if (event.getCode() == KeyCode.TAB) {
            popup.close();
        }
    }

    private boolean clear() {
        boolean some = !input.getText().isEmpty();
        input.clear();
        return some;
    }

    private void focusChanged(boolean focused) {
        if (!focused) {
            popup.close();
        }
        showProblems();
    }

    private void typed() {
        if (input.isFocused()) {
            int caret = caret();
            boolean inTerm = caret > 0 && !Character.isWhitespace(input.getText().charAt(caret - 1));
            show(inTerm ? suggestions() : List.of());
        }
        showProblems();
    }

    private boolean offerAnything() {
        show(suggestions());
        return true;
    }

    private List<Suggestion> suggestions() {
        return filter.map(attended -> attended.suggestions(input.getText(), caret())).orElse(List.of());
    }

    private int caret() {
        return Math.min(input.getCaretPosition(), input.getLength());
    }

    private void show(List<Suggestion> suggestions) {
        popup.show(input, suggestions, describe(visibleProblems()));
    }

    private void take(Suggestion taken) {
        int caret = caret();
        boolean more = taken.isField() || caret < input.getLength();
        input.replaceText(taken.from(), caret, more ? taken.text() : taken.text() + " ");
        show(taken.isField() ? suggestions() : List.of());
    }

    private List<FilterProblem> visibleProblems() {
        return filter.map(attended -> attended.problemsProperty().get()).orElse(List.of()).stream()
                .filter(problem -> !(input.isFocused() && problem.unfinished(caret())))
                .toList();
    }

    private String describe(List<FilterProblem> problems) {
        return texts.map(spoken -> problems.stream()
                .map(problem -> spoken.get("filter.problem." + problem.kind(), problem.details().toArray()))
                .collect(Collectors.joining("\n"))).orElse("");
    }

    private void showProblems() {
        String said = describe(visibleProblems());
        input.pseudoClassStateChanged(FAULTY, !said.isEmpty());
        input.setAccessibleHelp(said);
        problemTip.setText(said);
        input.setTooltip(said.isEmpty() ? null : problemTip);
        if (input.isFocused()) {
            popup.explain(input, said);
        }
    }
}
