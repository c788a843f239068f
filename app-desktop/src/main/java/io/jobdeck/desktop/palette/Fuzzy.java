package io.jobdeck.desktop.palette;

import java.util.Locale;

/** Tells how well a text answers what somebody typed: all its letters in order, best at beginnings of words and together. */
final class Fuzzy {

    static final int NO_MATCH = -1;

    private static final int AT_BEGINNING = 10;
    private static final int AFTER_ANOTHER = 6;
    private static final int WHOLE_BEGINNING = 20;
    private static final int LONGEST_PENALTY = 20;

    private Fuzzy() {
    }

    /** Returns how well each word of the query is found in the text, whatever the case; {@link #NO_MATCH} if one is not. */
    static int score(String query, String text) {
        String wanted = query.strip().toLowerCase(Locale.ROOT);
        String within = text.toLowerCase(Locale.ROOT);
        int score = 0;
        for (String word : wanted.split("\\s+")) {
            int one = word.isEmpty() ? 0 : word(word, within);
            if (one == NO_MATCH) {
                return NO_MATCH;
            }
            score += one;
        }
        return Math.max(0, score * 4 - Math.min(LONGEST_PENALTY, within.length()));
    }

    private static int word(String word, String text) {
        int whole = text.indexOf(word);
        if (whole >= 0) {
            int beginning = isBeginning(text, whole) ? WHOLE_BEGINNING : 0;
            return word.length() * AFTER_ANOTHER + beginning + (isBeginning(text, whole) ? AT_BEGINNING : 0);
        }
        int score = 0;
        int from = 0;
        int last = Integer.MIN_VALUE;
        for (int i = 0; i < word.length(); i++) {
            int at = next(text, word.charAt(i), from, last);
            if (at < 0) {
                return NO_MATCH;
            }
            score += at == last + 1 ? AFTER_ANOTHER : isBeginning(text, at) ? AT_BEGINNING : 1;
            last = at;
            from = at + 1;
        }
        return score;
    }

    /** The next letter if it follows at once, else the beginning of a word, else anywhere. */
    private static int next(String text, char wanted, int from, int last) {
        int first = text.indexOf(wanted, from);
        if (first < 0 || first == last + 1) {
            return first;
        }
        for (int at = first; at >= 0; at = text.indexOf(wanted, at + 1)) {
            if (isBeginning(text, at)) {
                return at;
            }
        }
        return first;
    }

    private static boolean isBeginning(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }
}
