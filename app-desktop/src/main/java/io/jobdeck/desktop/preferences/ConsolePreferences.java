package io.jobdeck.desktop.preferences;

import io.jobdeck.desktop.text.Language;
import io.jobdeck.desktop.theme.Theme;
import io.jobdeck.desktop.theme.Zoom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The choices that the console remembers. What was never chosen, or is stored in a form not known, is empty. */
public final class ConsolePreferences implements WindowMemory {

    private static final String LANGUAGE = "language";
    private static final String THEME = "theme";
    private static final String WINDOW = "window";
    private static final String EDITOR = "editor";
    private static final String ZOOM = "zoom";
    private static final String VIEW = "view";
    private static final String DETAILS_OPEN = "details.open";
    private static final String DETAILS_PLACE = "details.place";
    private static final String OPEN = "connections.open";
    private static final String FRONT = "connections.front";
    private static final String HIGHLIGHTS = "highlights";

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

    public Optional<Zoom> zoom() {
        return store.get(ZOOM).flatMap(Zoom::ofText);
    }

    public void setZoom(Zoom zoom) {
        store.put(ZOOM, String.valueOf(zoom.percent()));
    }

    @Override
    public Optional<String> view() {
        return store.get(VIEW);
    }

    @Override
    public void setView(String id) {
        store.put(VIEW, id);
    }

    @Override
    public boolean detailsOpen() {
        return store.get(DETAILS_OPEN).map(Boolean::parseBoolean).orElse(true);
    }

    @Override
    public void setDetailsOpen(boolean open) {
        store.put(DETAILS_OPEN, String.valueOf(open));
    }

    @Override
    public OptionalDouble detailsPlace() {
        try {
            return store.get(DETAILS_PLACE).map(Double::valueOf).filter(place -> place > 0 && place < 1)
                    .map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
        } catch (NumberFormatException malformed) {
            return OptionalDouble.empty();
        }
    }

    @Override
    public void setDetailsPlace(double place) {
        store.put(DETAILS_PLACE, String.valueOf(place));
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

    /** Returns whether changes in tables are pointed out, as they are until a person chooses otherwise. */
    public boolean highlights() {
        return store.get(HIGHLIGHTS).map(Boolean::parseBoolean).orElse(true);
    }

    public void setHighlights(boolean highlights) {
        store.put(HIGHLIGHTS, Boolean.toString(highlights));
    }

    /** Returns how a person wants tables to look. */
    public TableLayouts tables() {
        return TableLayouts.in(store);
    }

    /** Returns the ids of the connections that were open last, from left to right; empty if none ever was. */
    public Optional<List<String>> openConnections() {
        return store.get(OPEN).map(ids -> Arrays.stream(ids.split(",")).filter(id -> !id.isEmpty()).toList());
    }

    /** Returns the id of the connection that was in front last. */
    public Optional<String> frontConnection() {
        return store.get(FRONT).filter(id -> !id.isEmpty());
    }

    /** Remembers which connections are open, and which one is in front. */
    public void setOpenConnections(List<String> ids, Optional<String> front) {
        store.put(OPEN, String.join(",", ids));
        store.put(FRONT, front.orElse(""));
    }
}
