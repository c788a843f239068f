package io.jobdeck.scheduler.operations;

import io.jobdeck.scheduler.model.MetaInfo;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What an app or a job may be called. A name is a ZooKeeper node, the first part of ids that are taken apart at
 * {@code @-@}, and part of Mesos ids, which hold at most 255 bytes, no slash, no backslash and no control character.
 */
public final class NameRule {

    /** Longest name, in characters; the console and the database of 2.1.5 take no more. */
    public static final int MAX_CHARACTERS = 100;
    /** Longest name in UTF-8: what a Mesos task id leaves beside item, type, agent id and uuid. */
    public static final int MAX_BYTES = 140;

    private NameRule() {
    }

    /** Returns what is wrong with the name, or empty if it may be used. */
    public static Optional<String> problem(String name) {
        if (name.isEmpty()) {
            return Optional.of("must not be empty.");
        }
        if (name.length() > MAX_CHARACTERS) {
            return Optional.of("has %d characters, at most %d are allowed.".formatted(name.length(), MAX_CHARACTERS));
        }
        if (!name.equals(name.strip())) {
            return Optional.of("must not begin or end with a blank.");
        }
        if (name.equals(".") || name.equals("..")) {
            return Optional.of("must not be '%s', which is no name of a node.".formatted(name));
        }
        if ((name + MetaInfo.SEPARATOR).indexOf(MetaInfo.SEPARATOR) < name.length()) {
            return Optional.of("must not hold '@-@' nor end with '@-': ids are taken apart there.");
        }
        Optional<String> character = characterProblem(name);
        if (character.isPresent()) {
            return character;
        }
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        return bytes <= MAX_BYTES ? Optional.empty()
                : Optional.of("takes %d bytes in UTF-8, at most %d fit into the id of a task.".formatted(bytes, MAX_BYTES));
    }

    /** Returns whether a node of that name can exist, whatever made it. */
    static boolean canBeNode(String name) {
        return !name.isEmpty() && !name.equals(".") && !name.equals("..") && name.indexOf('/') < 0
                && name.chars().noneMatch(NameRule::isRefusedByZooKeeper);
    }

    private static Optional<String> characterProblem(String name) {
        for (int index = 0; index < name.length(); index++) {
            char character = name.charAt(index);
            if (character == '/' || character == '\\') {
                return Optional.of("must not hold '%s'.".formatted(character));
            }
            if (isRefusedByZooKeeper(character) || isUnseen(character)) {
                return Optional.of("holds the character U+%04X at position %d, which is not allowed."
                        .formatted((int) character, index + 1));
            }
        }
        return Optional.empty();
    }

    /** Line breaks, and marks without a width, which make two names look the same. */
    private static boolean isUnseen(char character) {
        int type = Character.getType(character);
        return type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR || type == Character.FORMAT;
    }

    private static boolean isRefusedByZooKeeper(int character) {
        return Character.isISOControl(character)
                || character >= 0xd800 && character <= 0xf8ff
                || character >= 0xfff0;
    }
}
