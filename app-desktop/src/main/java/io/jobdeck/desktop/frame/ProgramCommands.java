package io.jobdeck.desktop.frame;

import io.jobdeck.desktop.text.Language;
import javafx.beans.value.ObservableBooleanValue;

/** What the program's own menus do; none of it concerns what is selected. Interface thread only. */
public interface ProgramCommands {

    /** Asks for a new connection, and opens it. */
    void newConnection();

    /** Ends the program in order. */
    void quit();

    /** Returns whether the dark theme is in use. */
    ObservableBooleanValue dark();

    /** Takes the dark or the light theme into use. */
    void setDark(boolean dark);

    /** Speaks another language. */
    void setLanguage(Language language);
}
