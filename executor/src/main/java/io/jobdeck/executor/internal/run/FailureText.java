package io.jobdeck.executor.internal.run;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a status message says of an exception: all of it, up to a length that every store on the way can hold. */
final class FailureText {

    /** The cause column of the 2.1.5 event tables holds as many characters (spec section 9.6). */
    static final int LONGEST = 4000;

    private static final int HEAD = 2800;
    private static final int TAIL = 1100;

    private FailureText() {
    }

    /** Returns the exception with its stack trace; of a long one the beginning and the end, where the root cause is. */
    static String of(Throwable failure) {
        if (failure instanceof ScriptFailedException) {
            return bounded(failure.getMessage());
        }
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return bounded(text.toString().strip());
    }

    /** Returns the text, shortened in the middle if it is too long. */
    static String bounded(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int left = text.length() - HEAD - TAIL;
        return text.substring(0, HEAD) + "\n... " + left + " characters left out ...\n" + text.substring(text.length() - TAIL);
    }
}
