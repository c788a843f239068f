package io.jobdeck.scheduler.settings;

import io.jobdeck.scheduler.tls.ServerKey;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Whose calls REST takes, and with which certificate. Its text form shows no secret.
 *
 * @param authFile file of accounts; empty if everybody's calls are taken
 * @param metricsOpen whether metrics are shown without an account
 * @param serverKey key and certificate; empty for plain HTTP
 */
public record SecuritySettings(Optional<Path> authFile, boolean metricsOpen, Optional<ServerKey> serverKey) {

    public SecuritySettings {
        Objects.requireNonNull(authFile, "authFile");
        Objects.requireNonNull(serverKey, "serverKey");
    }

    @Override
    public String toString() {
        return "auth_file=%s metrics_open=%s tls=%s".formatted(authFile.map(Path::toString).orElse(""), metricsOpen,
                serverKey.map(ServerKey::toString).orElse("off"));
    }
}
