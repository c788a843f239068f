package io.jobdeck.scheduler.settings;

import io.jobdeck.scheduler.tls.ServerKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Puts together the settings of REST's security, which depend on each other. */
final class SecurityReader {

    private final Map<Setting, String> values;
    private final Function<String, Path> path;

    SecurityReader(Map<Setting, String> values, Function<String, Path> path) {
        this.values = values;
        this.path = path;
    }

    SecuritySettings read() {
        return new SecuritySettings(file(Setting.AUTH_FILE), Boolean.parseBoolean(values.get(Setting.METRICS_OPEN)),
                serverKey());
    }

    private Optional<Path> file(Setting setting) {
        return Optional.of(values.get(setting)).filter(text -> !text.isEmpty()).map(path);
    }

    private Optional<ServerKey> serverKey() {
        Optional<Path> keystore = file(Setting.TLS_KEYSTORE);
        Optional<Path> certificate = file(Setting.TLS_CERTIFICATE);
        if (keystore.isPresent() && certificate.isPresent()) {
            throw new SettingsException("tls_keystore and tls_certificate are both given. Leave one of them out.");
        }
        if (certificate.isPresent() != file(Setting.TLS_KEY).isPresent()) {
            throw new SettingsException("tls_certificate and tls_key go together, and only one of them is given.");
        }
        return keystore.isPresent()
                ? Optional.of(new ServerKey.Pkcs12(keystore.get(), password()))
                : certificate.map(file -> new ServerKey.Pem(file, file(Setting.TLS_KEY).orElseThrow()));
    }

    private String password() {
        Optional<Path> file = file(Setting.TLS_KEYSTORE_PASSWORD_FILE);
        String given = values.get(Setting.TLS_KEYSTORE_PASSWORD);
        if (file.isEmpty() && given.isEmpty()) {
            throw new SettingsException("tls_keystore needs its password, in the file that tls_keystore_password_file names"
                    + " or in the environment as tls_keystore_password.");
        }
        return file.map(SecurityReader::firstLine).orElse(given);
    }

    private static String firstLine(Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new SettingsException("tls_keystore_password_file: %s cannot be read. Check that it exists and may be read."
                    .formatted(file), e);
        }
    }
}
