package io.jobdeck.scheduler.tls;

import java.nio.file.Path;
import java.util.Objects;

/** Where the key and the certificate of a server are. */
public sealed interface ServerKey {

    /**
     * Both in a PKCS#12 file.
     *
     * @param file the file
     * @param password its password; secret
     */
    record Pkcs12(Path file, String password) implements ServerKey {
        public Pkcs12 {
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(password, "password");
        }

        @Override
        public String toString() {
            return file.toString();
        }
    }

    /**
     * In PEM files.
     *
     * @param certificate the certificate, followed by those that lead to the authority
     * @param key the private key in PKCS#8, not encrypted
     */
    record Pem(Path certificate, Path key) implements ServerKey {
        public Pem {
            Objects.requireNonNull(certificate, "certificate");
            Objects.requireNonNull(key, "key");
        }
    }
}
