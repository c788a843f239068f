package io.jobdeck.scheduler.operations;

import io.jobdeck.scheduler.model.ConfigVersion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Versions of stored configs. A version is a digest of what is stored, since 2.1.5 and people's hands write there too and
 * know no numbers: a config that was changed and changed back is the one an update was made from, and a job that was
 * registered anew is not, unless it is the same to the letter.
 */
final class ConfigVersions {

    private static final int BYTES = 8;

    private ConfigVersions() {
    }

    static ConfigVersion ofJob(String config) {
        return of(List.of(config));
    }

    /** Takes what stands beside the config; empty if nothing does. */
    static ConfigVersion ofApp(String config, String info) {
        return of(List.of(config, info));
    }

    private static ConfigVersion of(List<String> texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String text : texts) {
                digest.update(text.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return new ConfigVersion(HexFormat.of().formatHex(digest.digest(), 0, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
