package io.jobdeck.scheduler.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Makes TLS contexts from files. */
public final class TlsContexts {

    private static final int PASSWORD_BYTES = 16;

    private TlsContexts() {
    }

    /**
     * Returns what a server with this key and certificate needs.
     *
     * @throws TlsException if a file cannot be used
     */
    public static SSLContext server(ServerKey key) {
        return key instanceof ServerKey.Pkcs12 pkcs12 ? server(pkcs12) : server((ServerKey.Pem) key);
    }

    private static SSLContext server(ServerKey.Pkcs12 key) {
        char[] password = key.password().toCharArray();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(PemFiles.bytes(key.file())), password);
            if (Collections.list(store.aliases()).stream().noneMatch(alias -> isKey(store, alias))) {
                throw new TlsException("%s holds no private key.".formatted(key.file()), null);
            }
            return context(keyManagers(store, password), null);
        } catch (IOException | GeneralSecurityException e) {
            boolean wrongPassword = e instanceof UnrecoverableKeyException || e.getCause() instanceof UnrecoverableKeyException;
            throw new TlsException(wrongPassword ? "The password given for %s is wrong.".formatted(key.file())
                    : "%s is no readable PKCS#12 file.".formatted(key.file()), e);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private static boolean isKey(KeyStore store, String alias) {
        try {
            return store.isKeyEntry(alias);
        } catch (KeyStoreException e) {
            throw new IllegalStateException("a key store that has been loaded answers", e);
        }
    }

    private static SSLContext server(ServerKey.Pem files) {
        Certificate[] chain = PemFiles.certificates(files.certificate()).toArray(Certificate[]::new);
        PrivateKey key = PemFiles.privateKey(files.key());
        char[] password = passwordForMemory();
        try {
            if (!isPair(key, chain[0].getPublicKey())) {
                throw notOfTheCertificate(files, null);
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", key, password, chain);
            return context(keyManagers(store, password), null);
        } catch (IOException | GeneralSecurityException e) {
            throw notOfTheCertificate(files, e);
        }
    }

    private static boolean isPair(PrivateKey key, PublicKey certified) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        });
        signature.initSign(key);
        byte[] signed = signature.sign();
        signature.initVerify(certified);
        return signature.verify(signed);
    }

    private static TlsException notOfTheCertificate(ServerKey.Pem files, Exception cause) {
        return new TlsException("The key in %s is not that of the certificate in %s.".formatted(files.key(), files.certificate()),
                cause);
    }

    private static char[] passwordForMemory() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random).toCharArray();
    }

    private static KeyManager[] keyManagers(KeyStore store, char[] password) throws GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password);
        return factory.getKeyManagers();
    }

    /**
     * Returns what a client needs that trusts the certificate authorities of this Java and those in a PEM file.
     *
     * @throws TlsException if the file cannot be used
     */
    public static SSLContext client(Path authorities) {
        List<Certificate> own = PemFiles.certificates(authorities);
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            List<X509Certificate> all = Stream.concat(Arrays.stream(trusted(null)),
                    own.stream().map(X509Certificate.class::cast)).toList();
            for (int index = 0; index < all.size(); index++) {
                store.setCertificateEntry("authority-" + index, all.get(index));
            }
            return context(null, trustManagers(store));
        } catch (IOException | GeneralSecurityException e) {
            throw new TlsException("The certificates in %s cannot be used (%s).".formatted(authorities, e.getMessage()), e);
        }
    }

    private static X509Certificate[] trusted(KeyStore store) throws GeneralSecurityException {
        return Arrays.stream(trustManagers(store))
                .filter(X509TrustManager.class::isInstance)
                .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()))
                .toArray(X509Certificate[]::new);
    }

    private static TrustManager[] trustManagers(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static SSLContext context(KeyManager[] keys, TrustManager[] trust) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, trust, null);
        return context;
    }
}
