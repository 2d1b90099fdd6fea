package io.plexica.plugins.internal.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The certificates that are trusted: those of signers themselves, and those of authorities that vouch for signers.
 * Immutable.
 */
public final class Trust {

    /** Trusts nobody. */
    public static final Trust NOBODY = new Trust(Set.of());

    private final Set<X509Certificate> certificates;

    private Trust(Set<X509Certificate> certificates) {
        this.certificates = Set.copyOf(certificates);
    }

    /**
     * Trusts the certificates in a PEM file.
     *
     * @throws CertificateException when it holds none
     */
    public static Trust read(Path pem) throws IOException, CertificateException {
        try (InputStream in = Files.newInputStream(pem)) {
            Set<X509Certificate> read = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .collect(Collectors.toSet());
            if (read.isEmpty()) {
                throw new CertificateException("there is none in the file");
            }
            return new Trust(read);
        }
    }

    /** Whether nobody is trusted. */
    public boolean isEmpty() {
        return certificates.isEmpty();
    }

    /** Why a signer is not trusted; empty when it is. */
    Optional<String> objection(CertPath path) {
        List<X509Certificate> chain =
                path.getCertificates().stream().map(X509Certificate.class::cast).toList();
        X509Certificate signer = chain.get(0);
        String name = signer.getSubjectX500Principal().getName();
        try {
            signer.checkValidity();
        } catch (CertificateException e) {
            return Optional.of("the certificate of " + name + " is valid from "
                    + signer.getNotBefore().toInstant() + " to "
                    + signer.getNotAfter().toInstant() + " only");
        }
        if (certificates.contains(signer) || isVouchedFor(path)) {
            return Optional.empty();
        }
        return Optional.of(name + " is not among those whom PLEXICA_PLUGIN_TRUST trusts");
    }

    private boolean isVouchedFor(CertPath path) {
        if (certificates.isEmpty()) {
            return false;
        }
        try {
            PKIXParameters parameters = new PKIXParameters(certificates.stream()
                    .map(certificate -> new TrustAnchor(certificate, null))
                    .collect(Collectors.toSet()));
            parameters.setRevocationEnabled(false);
            CertPathValidator.getInstance("PKIX").validate(withoutAnchors(path), parameters);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** A path ends before what is trusted anyway. */
    private CertPath withoutAnchors(CertPath path) throws CertificateException {
        List<? extends java.security.cert.Certificate> before = path.getCertificates().stream()
                .takeWhile(
                        certificate -> !(certificate instanceof X509Certificate known && certificates.contains(known)))
                .toList();
        return CertificateFactory.getInstance("X.509").generateCertPath(before);
    }
}
