package io.jobdeck.desktop.editor;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The apps and jobs that exist, as far as the console knows when a form is opened.
 *
 * @param apps names of the apps
 * @param jobs names of the jobs
 */
public record KnownNames(SortedSet<String> apps, SortedSet<String> jobs) {

    /** Copies the names. */
    public static KnownNames of(Collection<String> apps, Collection<String> jobs) {
        return new KnownNames(new TreeSet<>(apps), new TreeSet<>(jobs));
    }
}
