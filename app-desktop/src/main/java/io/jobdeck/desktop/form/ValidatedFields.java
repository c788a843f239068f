package io.jobdeck.desktop.form;

import io.jobdeck.scheduler.operations.FieldProblem;
import java.util.function.Consumer;
import javafx.collections.ObservableMap;

/** Fields on which a form on the screen is built: which apply, and what is wrong with each. Interface thread only. */
public interface ValidatedFields {

    /** Returns whether the form shows this field now. */
    boolean shows(String field);

    /** Looks at the fields again and shows what is wrong with them. */
    void validate();

    /** Returns what is wrong with each field that is shown, by the field's name. */
    ObservableMap<String, FieldProblem> problems();

    /** Sets what hears which field was changed; an empty name stands for any of them. */
    void setOnChange(Consumer<String> listener);

    /** Sets what hears which field to turn to, as the first one that is wrong. */
    void setOnWrongField(Consumer<String> listener);
}
