package io.jobdeck.desktop.profile;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The key ring of the desktop or the operating system: Secret Service, KWallet, Keychain or Credential Manager. */
public final class SystemKeyRing implements KeyRing, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SystemKeyRing.class);
    private static final String DOMAIN = "Jobdeck";
    private static final String DIGEST = "/digest";
    private static final String SIGN_IN = "/sign-in";

    private Optional<Keyring> ring = Optional.empty();
    private Optional<String> why = Optional.empty();
    private boolean looked;

    @Override
    public synchronized Optional<String> whyUnavailable() {
        look();
        return why;
    }

    /** Looked for once only, since asking a desktop that has none takes its time. */
    private void look() {
        if (looked) {
            return;
        }
        looked = true;
        try {
            ring = Optional.of(Keyring.create());
        } catch (BackendNotSupportedException | RuntimeException | LinkageError none) {
            LOG.info("There is no key ring: {}", none.toString());
            why = Optional.of(Optional.ofNullable(none.getMessage()).flatMap(text -> text.lines().findFirst())
                    .orElse(none.getClass().getSimpleName()));
        }
    }

    @Override
    public synchronized Secrets read(String profileId) {
        look();
        return ring.map(open -> new Secrets(one(open, profileId + DIGEST), one(open, profileId + SIGN_IN)))
                .orElse(Secrets.NONE);
    }

    private static Optional<String> one(Keyring ring, String name) {
        try {
            return Optional.ofNullable(ring.getPassword(DOMAIN, name)).filter(secret -> !secret.isEmpty());
        } catch (PasswordAccessException | RuntimeException absent) {
            LOG.debug("The key ring has no {}", name);
            return Optional.empty();
        }
    }

    @Override
    public synchronized void write(String profileId, Secrets secrets) throws KeyRingException {
        look();
        if (ring.isEmpty()) {
            throw new KeyRingException(why.orElse(""), null);
        }
        put(ring.get(), profileId + DIGEST, secrets.digest());
        put(ring.get(), profileId + SIGN_IN, secrets.signIn());
    }

    private static void put(Keyring ring, String name, Optional<String> secret) throws KeyRingException {
        try {
            if (secret.isPresent()) {
                ring.setPassword(DOMAIN, name, secret.get());
            } else if (one(ring, name).isPresent()) {
                ring.deletePassword(DOMAIN, name);
            }
        } catch (PasswordAccessException | RuntimeException refused) {
            throw new KeyRingException("The key ring refused: " + refused.getMessage(), refused);
        }
    }

    @Override
    public synchronized void close() {
        ring.ifPresent(open -> {
            try {
                open.close();
            } catch (Exception failure) {
                LOG.info("The key ring did not close in order: {}", failure.toString());
            }
        });
    }
}
