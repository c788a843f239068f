package io.jobdeck.executor.internal.run;

/** A script ended with an exit code other than 0 or could not be started; the message says all there is to say. */
final class ScriptFailedException extends Exception {

    ScriptFailedException(String message) {
        super(message, null, false, false);
    }
}
