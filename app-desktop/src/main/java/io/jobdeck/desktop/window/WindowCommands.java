package io.jobdeck.desktop.window;

import io.jobdeck.desktop.text.Language;
import javafx.beans.value.ObservableBooleanValue;

/** What the window's own menus do; none of it concerns what is selected. */
public interface WindowCommands {

    /** Leaves this cluster and connects to a remote one, which it asks for. */
    void connectToRemote();

    /** Leaves this cluster and starts the embedded one. */
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
