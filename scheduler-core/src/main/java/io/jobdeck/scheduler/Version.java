package io.jobdeck.scheduler;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this software, as the build gave it. */
public final class Version {

    private static final String RESOURCE = "version.properties";

    private Version() {
    }

    /** Returns the version, such as {@code 0.1.0-SNAPSHOT}. */
    public static String current() {
        try (InputStream stream = Version.class.getResourceAsStream(RESOURCE)) {
            Properties properties = new Properties();
            properties.load(stream);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException("the build's " + RESOURCE + " cannot be read", e);
        }
    }
}
