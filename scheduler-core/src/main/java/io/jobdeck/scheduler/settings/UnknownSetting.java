package io.jobdeck.scheduler.settings;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Says that there is no setting of a name, and which one may have been meant. */
final class UnknownSetting {

    private static final int LETTERS_PER_SLIP = 4;

    private UnknownSetting() {
    }

    static SettingsException on(String where, String name) {
        String guess = meant(name.replace('-', '_')).map(" Did you mean %s?"::formatted).orElse("");
        return new SettingsException("There is no setting '%s' (on %s).%s --help shows all."
                .formatted(name, where, guess));
    }

    private static Optional<String> meant(String name) {
        Comparator<String> closest = Comparator.comparingInt(key -> distance(key, name));
        Optional<String> slip = keys().min(closest).filter(key -> distance(key, name) <= name.length() / LETTERS_PER_SLIP);
        return slip.or(() -> keys().filter(key -> Arrays.asList(key.split("_")).contains(name)).min(closest));
    }

    private static Stream<String> keys() {
        return Arrays.stream(Setting.values()).map(Setting::key);
    }

    /** Returns how many characters must be put in, taken out or replaced to make one text of the other. */
    private static int distance(String from, String to) {
        int[] previous = new int[to.length() + 1];
        Arrays.setAll(previous, index -> index);
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = previous[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, Math.min(previous[column], current[column - 1]) + 1);
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
