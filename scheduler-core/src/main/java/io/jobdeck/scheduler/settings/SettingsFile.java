package io.jobdeck.scheduler.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;

/** A properties file with settings, such as 2.1.5 has in {@code conf/elastic-job-cloud-scheduler.properties}. */
final class SettingsFile {

    private SettingsFile() {
    }

    static Map<Setting, String> read(Path file) {
        Properties properties = load(file);
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        for (String name : properties.stringPropertyNames()) {
            Setting setting = Setting.named(name).orElseThrow(() -> UnknownSetting.on(file.toString(), name));
            values.put(setting, properties.getProperty(name).strip());
        }
        return values;
    }

    private static Properties load(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new SettingsException("config: there is no file %s. Name a properties file that exists: --config FILE."
                    .formatted(file.toAbsolutePath()));
        }
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new SettingsException("config: %s cannot be read (%s). Check its permissions."
                    .formatted(file.toAbsolutePath(), e.getMessage()), e);
        } catch (IllegalArgumentException e) {
            throw new SettingsException("config: %s is no properties file (%s). A line is name=value."
                    .formatted(file.toAbsolutePath(), e.getMessage()), e);
        }
    }
}
