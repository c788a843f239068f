package io.jobdeck.scheduler.settings;

/** What a person asks of the program. */
public sealed interface ParsedSettings {

    /**
     * To start with these settings.
     *
     * @param settings complete and checked
     */
    record Start(Settings settings) implements ParsedSettings { }

    /**
     * To print this and end.
     *
     * @param text several lines
     */
    record Help(String text) implements ParsedSettings { }
}
