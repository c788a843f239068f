package io.jobdeck.desktop.table;

/**
 * How a state looks: never its colour alone, always with its word.
 *
 * @param tone colour of its dot
 * @param word key of its word
 */
public record Mark(Tone tone, String word) {

    /** What a colour says. */
    public enum Tone {
        GOOD("tone-good"),
        ACTIVE("tone-active"),
        WARNING("tone-warning"),
        BAD("tone-bad"),
        QUIET("tone-quiet");

        private final String styleClass;

        Tone(String styleClass) {
            this.styleClass = styleClass;
        }

        /** Returns the style class of whatever has this colour. */
        public String styleClass() {
            return styleClass;
        }
    }
}
