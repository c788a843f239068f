package io.jobdeck.desktop.preferences;

import io.jobdeck.desktop.text.Language;
import io.jobdeck.desktop.theme.Theme;
import java.util.Optional;

/** The choices that the console remembers. What was never chosen, or is stored in a form not known, is empty. */
public final class ConsolePreferences {

    private static final String LANGUAGE = "language";
    private static final String THEME = "theme";
    private static final String WINDOW = "window";
    private static final String EDITOR = "editor";
    private static final String REMOTE_CONNECT_STRING = "remote.connect-string";
    private static final String REMOTE_NAMESPACE = "remote.namespace";

    private final PreferenceStore store;

    public ConsolePreferences(PreferenceStore store) {
        this.store = store;
    }

    public Optional<Language> language() {
        return store.get(LANGUAGE).flatMap(Language::ofTag);
    }

    public void setLanguage(Language language) {
        store.put(LANGUAGE, language.tag());
    }

    public Optional<Theme> theme() {
        return store.get(THEME).flatMap(Theme::ofTag);
    }

    public void setTheme(Theme theme) {
        store.put(THEME, theme.tag());
    }

    public Optional<WindowPlacement> window() {
        return store.get(WINDOW).flatMap(WindowPlacement::parse);
    }

    public void setWindow(WindowPlacement placement) {
        store.put(WINDOW, placement.text());
    }

    /** Returns how editors were laid out, in a form only they know. */
    public Optional<String> editor() {
        return store.get(EDITOR);
    }

    public void setEditor(String layout) {
        store.put(EDITOR, layout);
    }

    /** Returns the connect string of the remote cluster that was connected last. */
    public Optional<String> remoteConnectString() {
        return store.get(REMOTE_CONNECT_STRING);
    }

    /** Returns the namespace of the remote cluster that was connected last. */
    public Optional<String> remoteNamespace() {
        return store.get(REMOTE_NAMESPACE);
    }

    /** Remembers the remote cluster, without any secret. */
    public void setRemote(String connectString, String namespace) {
        store.put(REMOTE_CONNECT_STRING, connectString);
        store.put(REMOTE_NAMESPACE, namespace);
    }
}
