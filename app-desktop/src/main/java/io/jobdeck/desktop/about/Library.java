package io.jobdeck.desktop.about;

import java.util.Objects;

/**
 * A library that is part of the program.
 *
 * @param file name of its file, which ends in its version
 * @param licence short name of its licence, empty if that is not known
 */
public record Library(String file, String licence) {

    public Library {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(licence, "licence");
    }
}
