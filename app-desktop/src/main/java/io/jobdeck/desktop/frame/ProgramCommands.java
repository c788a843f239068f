package io.jobdeck.desktop.frame;

import io.jobdeck.desktop.text.Language;
import javafx.beans.value.ObservableBooleanValue;

/** What the program's own menus do; none of it concerns what is selected. Interface thread only. */
public interface ProgramCommands {

    /** Connects to a remote cluster, which it asks for, in a tab of its own. */
    void connectToRemote();

    /** Starts the embedded cluster in a tab of its own, or turns to it. */
    void startEmbedded();

    /** Ends the program in order. */
    void quit();

    /** Returns whether the dark theme is in use. */
    ObservableBooleanValue dark();

    /** Takes the dark or the light theme into use. */
    void setDark(boolean dark);

    /** Speaks another language. */
    void setLanguage(Language language);
}
