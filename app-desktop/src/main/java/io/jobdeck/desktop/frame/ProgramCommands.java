package io.jobdeck.desktop.frame;

import io.jobdeck.desktop.text.Language;
import io.jobdeck.desktop.theme.Zoom;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;

/** What the program's own menus do; none of it concerns what is selected. Interface thread only. */
public interface ProgramCommands {

    /** Asks for a new connection, and opens it. */
    void newConnection();

    /** Returns how large text and rows are. */
    ObservableValue<Zoom> zoom();

    /** Makes text and rows larger or smaller. */
    void setZoom(Zoom zoom);

    /** Shows which program this is. */
    void about();

    /** Writes a file about the program's state, whose place it asks for. */
    void saveDiagnostics();

    /** Ends the program in order. */
    void quit();

    /** Returns whether the dark theme is in use. */
    ObservableBooleanValue dark();

    /** Takes the dark or the light theme into use. */
    void setDark(boolean dark);

    /** Speaks another language. */
    void setLanguage(Language language);
}
