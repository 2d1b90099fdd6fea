package io.plexica.spi.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Whose certificates an engine's may be signed by: those that Java trusts, or those in a file that an operator names. */
public final class TrustedCertificates {

    private TrustedCertificates() {}

    /**
     * TLS with a server of which this much is trusted.
     *
     * @param setting the setting that names the file, for the refusal
     * @param file of PEM, with one certificate or more; blank for those that Java trusts
     * @throws IllegalArgumentException when the file is not as it should be
     */
    public static SSLContext context(String setting, String file) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(setting, file), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no TLS", e);
        }
    }

    /** The same for those who make their own context. */
    public static TrustManager[] managers(String setting, String file) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(file.isBlank() ? null : store(setting, file.strip()));
            return factory.getTrustManagers();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot tell whom to trust", e);
        }
    }

    /** What a server's certificate, or the talk about it, failed at; empty when it was something else that failed. */
    public static Optional<String> doubt(@Nullable Throwable failure) {
        boolean secure = false;
        String deepest = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            secure |= cause instanceof SSLException || cause instanceof CertificateException;
            deepest = cause.getMessage() == null ? deepest : cause.getMessage();
        }
        return secure ? Optional.ofNullable(deepest) : Optional.empty();
    }

    private static KeyStore store(String setting, String file) throws GeneralSecurityException {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw noCertificate(setting, file, null);
            }
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate certificate : found) {
                store.setCertificateEntry("trusted" + number++, certificate);
            }
            return store;
        } catch (CertificateException e) {
            throw noCertificate(setting, file, e);
        } catch (IOException e) {
            throw new IllegalArgumentException(setting + " names a file that cannot be read: " + file, e);
        }
    }

    private static IllegalArgumentException noCertificate(String setting, String file, @Nullable Exception cause) {
        return new IllegalArgumentException(
                setting + " must name a file of PEM with the certificates to trust, which " + file + " is not", cause);
    }
}
