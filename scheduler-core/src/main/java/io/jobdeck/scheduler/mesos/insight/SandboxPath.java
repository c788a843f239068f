package io.jobdeck.scheduler.mesos.insight;

import io.jobdeck.scheduler.operations.FieldProblem;
import io.jobdeck.scheduler.operations.OperationException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A place within a sandbox, which it cannot leave.
 *
 * @param text parts separated by single slashes, none at either end; empty for the sandbox itself
 */
record SandboxPath(String text) {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /**
     * Reads a path.
     *
     * @throws OperationException of kind INVALID if it is absolute, leads upwards, or holds control characters
     */
    static SandboxPath parse(String text) {
        if (text.startsWith("/") || CONTROL.matcher(text).find()) {
            throw invalid(text);
        }
        List<String> parts = new ArrayList<>();
        for (String part : text.split("/")) {
            if (part.equals("..")) {
                throw invalid(text);
            }
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return new SandboxPath(String.join("/", parts));
    }

    /** Reads the path of a file, which the sandbox itself is not. */
    static SandboxPath parseFile(String text) {
        SandboxPath path = parse(text);
        if (path.text.isEmpty()) {
            throw OperationException.invalid(List.of(new FieldProblem("path", "names no file.", "stdout")));
        }
        return path;
    }

    private static OperationException invalid(String text) {
        return OperationException.invalid(List.of(new FieldProblem("path",
                "must be a path within the sandbox, is '%s'.".formatted(CONTROL.matcher(text).replaceAll("?")), "logs/app.log")));
    }

    /** Returns its last part. */
    String name() {
        return text.substring(text.lastIndexOf('/') + 1);
    }

    /** Returns the path on the agent. */
    String in(String sandbox) {
        return text.isEmpty() ? sandbox : sandbox + "/" + text;
    }
}
