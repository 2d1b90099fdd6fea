package io.plexica.itests.rooms;

import io.plexica.itests.machine.TestFolders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A certificate authority that nobody knows, and one certificate that it has given out, to be thrown away after a test.
 *
 * @param certificate the authority's own, as PEM
 * @param keystore what it has given out, with its key, as PKCS12
 * @param given the same certificate, as PEM
 * @param key its key, as PEM that only its owner reads
 */
public record Authority(Path certificate, Path keystore, Path given, Path key) {

    /** Of the keystore and of the key in it. */
    public static final String PASSWORD = "a-password-for-tests";

    /** The names of this machine, as its own tests call it. */
    private static final String HERE = "dns:localhost,ip:127.0.0.1";

    /** An authority that has given this machine a certificate. */
    public static Authority create() {
        return create(HERE);
    }

    /** One that has given its certificate to somebody else. */
    public static Authority ofElsewhere() {
        return create("dns:elsewhere.example");
    }

    private static Authority create(String names) {
        try {
            Path folder = TestFolders.create("authority");
            Path keystore = folder.resolve("all.p12");
            keytool(keystore, "ca", List.of("-dname", "CN=An authority for tests", "-ext", "bc:critical=ca:true"));
            keytool(keystore, "server", List.of("-dname", "CN=server", "-signer", "ca", "-ext", "san=" + names));
            return read(folder, keystore);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Authority read(Path folder, Path all) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(all)) {
            store.load(in, PASSWORD.toCharArray());
        }
        var key = store.getKey("server", PASSWORD.toCharArray());
        var chain = store.getCertificateChain("server");
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        own.setKeyEntry("server", key, PASSWORD.toCharArray(), chain);
        Path keystore = folder.resolve("server.p12");
        try (var out = Files.newOutputStream(keystore)) {
            own.store(out, PASSWORD.toCharArray());
        }
        Path secret = Files.createFile(
                folder.resolve("server.key"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(secret, pem("PRIVATE KEY", key.getEncoded()));
        return new Authority(
                Files.writeString(
                        folder.resolve("ca.pem"),
                        pem("CERTIFICATE", store.getCertificate("ca").getEncoded())),
                keystore,
                Files.writeString(folder.resolve("server.pem"), pem("CERTIFICATE", chain[0].getEncoded())),
                secret);
    }

    private static void keytool(Path keystore, String alias, List<String> what) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                keystore.toString(),
                "-storepass",
                PASSWORD));
        command.addAll(what);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException("keytool ended with " + said);
        }
    }

    private static String pem(String kind, byte[] bytes) {
        Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN " + kind + "-----\n" + lines.encodeToString(bytes) + "\n-----END " + kind + "-----\n";
    }
}
