package io.jobdeck.desktop.filter;

import java.util.List;
import java.util.Locale;

/** What constants and fields are called, in every language of the console. */
@FunctionalInterface
public interface Wording {

    /** Returns the words of the key, those of the language chosen first. */
    List<String> of(String key);

    /** Returns what is left of a word when case, blanks and joints do not count. */
    static String bare(String word) {
        StringBuilder bare = new StringBuilder(word.length());
        word.codePoints().filter(Character::isLetterOrDigit).forEach(bare::appendCodePoint);
        return bare.toString().toLowerCase(Locale.ROOT);
    }

    /** Returns the word as it can be typed without quotes. */
    static String typed(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
    }
}
