package io.jobdeck.scheduler.settings;

/** A setting is unknown or wrong. The message is one line for people: which one, what is wrong, what would be right. */
public final class SettingsException extends RuntimeException {

    SettingsException(String message) {
        super(message);
    }

    SettingsException(String message, Throwable cause) {
        super(message, cause);
    }
}
