package io.jobdeck.scheduler.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates and private keys in PEM (RFC 7468). */
final class PemFiles {

    private static final Pattern KEY = Pattern.compile("-----BEGIN ([A-Z0-9 ]*)PRIVATE KEY-----([^-]*)-----END");
    /** A key does not say of which kind it is in a way that Java would tell. */
    private static final List<String> KEY_KINDS = List.of("RSA", "EC", "EdDSA");

    private PemFiles() {
    }

    static List<Certificate> certificates(Path file) {
        try {
            List<Certificate> found = List.copyOf(CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(bytes(file))));
            if (found.isEmpty()) {
                throw new TlsException("%s holds no certificate; in PEM it begins with -----BEGIN CERTIFICATE-----.".formatted(file),
                        null);
            }
            return found;
        } catch (CertificateException e) {
            throw new TlsException("%s holds no readable certificate in PEM (%s).".formatted(file, e.getMessage()), e);
        }
    }

    static PrivateKey privateKey(Path file) {
        Matcher key = KEY.matcher(new String(bytes(file), StandardCharsets.ISO_8859_1));
        if (!key.find()) {
            throw new TlsException("%s holds no private key; in PEM it begins with -----BEGIN PRIVATE KEY-----.".formatted(file),
                    null);
        }
        if (!key.group(1).isEmpty()) {
            throw new TlsException(("%s holds a key of the form '%sPRIVATE KEY'; needed is PKCS#8 without a password. Change it with:"
                    + " openssl pkcs8 -topk8 -nocrypt -in OLD -out NEW").formatted(file, key.group(1)), null);
        }
        return decode(file, key.group(2));
    }

    private static PrivateKey decode(Path file, String base64) {
        try {
            PKCS8EncodedKeySpec encoded = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64));
            for (String kind : KEY_KINDS) {
                try {
                    return KeyFactory.getInstance(kind).generatePrivate(encoded);
                } catch (InvalidKeySpecException otherKind) {
                    continue;
                }
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw unreadable(file, e);
        }
        throw unreadable(file, null);
    }

    private static TlsException unreadable(Path file, Exception cause) {
        return new TlsException("%s holds no readable private key; known kinds are RSA, EC and EdDSA.".formatted(file), cause);
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new TlsException("There is no file %s.".formatted(file), e);
        } catch (IOException e) {
            throw new TlsException("%s cannot be read (%s). Check its permissions.".formatted(file, e.getMessage()), e);
        }
    }
}
