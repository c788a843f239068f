package io.jobdeck.executor.internal.run;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a command line into words without a shell: words end at blanks, single and double quotes keep blanks together, a
 * backslash outside single quotes takes the next character as it is. Nothing is expanded.
 */
final class CommandLine {

    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean insideWord;

    private CommandLine() {
    }

    /**
     * Returns the words of a command line.
     *
     * @throws IllegalArgumentException if there are none, or a quote is not closed
     */
    static List<String> words(String line) {
        CommandLine parser = new CommandLine();
        parser.read(line);
        if (parser.words.isEmpty()) {
            throw new IllegalArgumentException("the script command line is empty");
        }
        return List.copyOf(parser.words);
    }

    private void read(String line) {
        int at = 0;
        while (at < line.length()) {
            char character = line.charAt(at);
            if (Character.isWhitespace(character)) {
                endWord();
                at++;
            } else if (character == '\'' || character == '"') {
                at = readQuoted(line, at);
            } else {
                at = readCharacter(line, at);
            }
        }
        endWord();
    }

    private int readQuoted(String line, int open) {
        char quote = line.charAt(open);
        insideWord = true;
        int at = open + 1;
        while (at < line.length() && line.charAt(at) != quote) {
            if (quote == '"') {
                at = readCharacter(line, at);
            } else {
                word.append(line.charAt(at++));
            }
        }
        if (at >= line.length()) {
            throw new IllegalArgumentException(
                    "the script command line has a quote at character %d that is not closed".formatted(open + 1));
        }
        return at + 1;
    }

    private int readCharacter(String line, int at) {
        insideWord = true;
        int taken = line.charAt(at) == '\\' && at + 1 < line.length() ? at + 1 : at;
        word.append(line.charAt(taken));
        return taken + 1;
    }

    private void endWord() {
        if (insideWord) {
            words.add(word.toString());
            word.setLength(0);
            insideWord = false;
        }
    }
}
