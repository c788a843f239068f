package io.jobdeck.desktop.view;

/** Leads a person from one view to another. Interface thread only. */
@FunctionalInterface
public interface Navigator {

    /**
     * Brings a view to the front, with only the rows that pass a filter.
     *
     * @param view id of the view
     * @param filter words for its filter; empty for all its rows
     */
    void show(String view, String filter);
}
