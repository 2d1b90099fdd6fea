package io.plexica.plugins.internal.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;

/** Somebody with a key of their own, made by the JDK's tool. */
public final class TestSigner {

    private static final char[] PASSWORD = "password".toCharArray();

    private final Path folder;
    private final String name;
    private final KeyStore keys;

    private TestSigner(Path folder, String name, KeyStore keys) {
        this.folder = folder;
        this.name = name;
        this.keys = keys;
    }

    /** A signer whose certificate is valid from this many days from now, for a month. */
    public static TestSigner of(Path folder, String name, int days) {
        try {
            Path store = folder.resolve(name + ".p12");
            String tool =
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
            List<String> command = new ArrayList<>(List.of(tool, "-genkeypair", "-keyalg", "RSA", "-keysize", "2048"));
            command.addAll(List.of("-alias", "key", "-dname", "CN=" + name, "-storetype", "PKCS12"));
            command.addAll(List.of("-startdate", (days < 0 ? "" : "+") + days + "d", "-validity", "30"));
            command.addAll(List.of("-keystore", store.toString(), "-storepass", new String(PASSWORD)));
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String printed = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(printed);
            }
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                keys.load(in, PASSWORD);
            }
            return new TestSigner(folder, name, keys);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The certificate, as a PEM file. */
    public Path pem() {
        try {
            String text = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(certificate().getEncoded());
            return Files.writeString(
                    Files.createTempFile(folder, "trust", ".pem"),
                    "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n");
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A signed copy of a jar. */
    public Path sign(Path jar) {
        try {
            Path signed = Files.createTempFile(folder, "signed", ".jar");
            PrivateKey key = (PrivateKey) keys.getKey("key", PASSWORD);
            try (ZipFile in = new ZipFile(jar.toFile());
                    OutputStream out = Files.newOutputStream(signed)) {
                new JarSigner.Builder(
                                key, CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate())))
                        .signerName(name)
                        .build()
                        .sign(in, out);
            }
            return signed;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Certificate certificate() throws GeneralSecurityException {
        return keys.getCertificate("key");
    }
}
