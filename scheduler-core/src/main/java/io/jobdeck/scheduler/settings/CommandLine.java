package io.jobdeck.scheduler.settings;

import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a command line says.
 *
 * @param help whether help is asked for
 * @param config the file named by {@code --config}
 * @param values settings given
 */
record CommandLine(boolean help, Optional<String> config, Map<Setting, String> values) {

    private static final String CONFIG = "config";

    static CommandLine parse(List<String> arguments) {
        boolean help = false;
        Optional<String> config = Optional.empty();
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext();) {
            String argument = rest.next();
            if (argument.equals("--help") || argument.equals("-h")) {
                help = true;
                continue;
            }
            String name = nameIn(argument);
            if (name.equals(CONFIG)) {
                config = Optional.of(valueIn(argument, rest, CONFIG, "FILE"));
            } else {
                Setting setting = Setting.named(name).orElseThrow(() -> UnknownSetting.on("the command line", name));
                demandMayBeSeen(setting);
                boolean bareFlag = setting.isFlag() && argument.indexOf('=') < 0;
                values.put(setting, bareFlag ? "true" : valueIn(argument, rest, setting.key(), setting.placeholder()));
            }
        }
        return new CommandLine(help, config, values);
    }

    private static void demandMayBeSeen(Setting setting) {
        if (setting.isKeptOffCommandLine()) {
            throw new SettingsException(("%s must not stand on the command line, where every user of this machine can read it."
                    + " Give it in the environment or in a file.").formatted(setting.key()));
        }
    }

    private static String nameIn(String argument) {
        if (!argument.startsWith("--")) {
            throw new SettingsException(
                    "'%s' on the command line is no setting. Settings are given as --name=value; --help shows them."
                            .formatted(argument));
        }
        int equals = argument.indexOf('=');
        return argument.substring(2, equals < 0 ? argument.length() : equals);
    }

    private static String valueIn(String argument, Iterator<String> rest, String name, String placeholder) {
        int equals = argument.indexOf('=');
        if (equals >= 0) {
            return argument.substring(equals + 1);
        }
        if (!rest.hasNext()) {
            throw new SettingsException("%s on the command line has no value. It is given as --%s=%s."
                    .formatted(name, name, placeholder));
        }
        return rest.next();
    }
}
