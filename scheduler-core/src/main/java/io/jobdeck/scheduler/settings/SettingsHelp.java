package io.jobdeck.scheduler.settings;

import java.util.ArrayList;
import java.util.List;

/** Text of {@code --help}. */
final class SettingsHelp {

    private static final int WIDTH = 96;
    private static final String INDENT = " ".repeat(6);

    private SettingsHelp() {
    }

    static String text(String program, List<String> commands) {
        List<String> lines = new ArrayList<>();
        lines.add("Usage: %s [--config FILE] [--name=value ...]".formatted(program));
        commands.forEach(command -> lines.add("       %s %s".formatted(program, command)));
        lines.add("");
        lines.add("Every setting can be given on the command line (- and _ are the same in names), as an environment");
        lines.add("variable of exactly its name, or in a properties file named with --config. The command line goes");
        lines.add("before the environment, the environment before the file.");
        lines.add("");
        for (Setting setting : Setting.values()) {
            String standard = setting.standard().isEmpty() ? "no default" : "default " + setting.standard();
            lines.add("  --%s=%s  (%s)".formatted(setting.key(), setting.placeholder(), standard));
            lines.addAll(wrapped(setting.meaning()));
        }
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    private static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(INDENT);
        for (String word : text.split(" ")) {
            if (line.length() + word.length() > WIDTH) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(INDENT);
            }
            line.append(word).append(' ');
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }
}
