package io.plexica.plugins.internal.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.plugins.internal.testing.PluginJar;
import io.plexica.plugins.internal.testing.TestSigner;
import io.plexica.plugins.internal.trust.Signatures.Signed;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SignaturesTest {

    @TempDir
    static Path folder;

    private static TestSigner ann;
    private static TestSigner bob;
    private static Path jar;

    @BeforeAll
    static void makeKeys() {
        ann = TestSigner.of(folder, "Ann", -1);
        bob = TestSigner.of(folder, "Bob", -1);
        jar = PluginJar.hello("notes", "1.0.0").entry("x.txt", "text").in(folder);
    }

    @Test
    void a_jar_signed_by_somebody_trusted_names_them() throws IOException, GeneralSecurityException {
        Signed signed = Signatures.check(ann.sign(jar), Trust.read(ann.pem()));

        assertThat(signed.problems()).isEmpty();
        assertThat(signed.signer()).isEqualTo("CN=Ann");
        assertThat(Signatures.check(bob.sign(ann.sign(jar)), Trust.read(ann.pem()))
                        .signer())
                .isEqualTo("CN=Ann");
    }

    @Test
    void an_unsigned_jar_is_told_so_in_one_sentence() throws IOException, GeneralSecurityException {
        Signed signed = Signatures.check(jar, Trust.read(ann.pem()));

        assertThat(signed.signer()).isNull();
        assertThat(signed.problems()).containsExactly("The jar is not signed: sign it with jarsigner");
    }

    @Test
    void a_jar_signed_by_somebody_else_says_by_whom() throws IOException, GeneralSecurityException {
        assertThat(Signatures.check(bob.sign(jar), Trust.read(ann.pem())).problems())
                .singleElement()
                .asString()
                .startsWith("The jar is signed by nobody trusted: ")
                .contains("CN=Bob is not among those whom PLEXICA_PLUGIN_TRUST trusts");
    }

    @Test
    void a_certificate_that_is_not_valid_now_signs_nothing() throws IOException, GeneralSecurityException {
        TestSigner old = TestSigner.of(folder, "Old", -60);

        assertThat(Signatures.check(old.sign(jar), Trust.read(old.pem())).problems())
                .isNotEmpty()
                .allMatch(problem -> problem.contains("the certificate of CN=Old is valid from "));
    }

    @Test
    void an_entry_that_was_added_or_changed_afterwards_is_found() throws IOException, GeneralSecurityException {
        Path signed = ann.sign(jar);
        write(signed, "later.txt", "sneaked in");
        assertThat(Signatures.check(signed, Trust.read(ann.pem())).problems())
                .containsExactly("The entry 'later.txt' is not signed");

        write(signed, "x.txt", "other text");
        assertThat(Signatures.check(signed, Trust.read(ann.pem())).problems())
                .anyMatch(problem -> problem.startsWith("The entry 'x.txt' is not what was signed"));
    }

    @Test
    void a_header_that_was_changed_afterwards_is_found() throws IOException, GeneralSecurityException {
        Path signed = ann.sign(jar);
        try (FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + signed.toUri()), Map.of())) {
            Path manifest = files.getPath("META-INF", "MANIFEST.MF");
            Files.writeString(manifest, Files.readString(manifest).replace("test.notes", "test.other"));
        }

        Signed found = Signatures.check(signed, Trust.read(ann.pem()));

        assertThat(found.signer()).isNull();
        assertThat(found.problems()).isNotEmpty();
    }

    @Test
    void a_bomb_is_not_unpacked_for_its_signature() throws IOException, GeneralSecurityException {
        PluginJar bomb = PluginJar.empty("bomb", "1.0.0");
        byte[] zeros = new byte[128 * 1024 * 1024];
        for (int i = 0; i < 5; i++) {
            bomb.entry(i + ".txt", zeros);
        }

        assertThat(Signatures.check(bomb.in(folder), Trust.read(ann.pem())).problems())
                .last()
                .isEqualTo("The jar unpacks to so much that its signature is not looked at");
    }

    @Test
    void many_entries_are_summed_up() throws IOException, GeneralSecurityException {
        Path signed = ann.sign(jar);
        for (int i = 0; i < 12; i++) {
            write(signed, i + ".txt", "sneaked in");
        }

        assertThat(Signatures.check(signed, Trust.read(ann.pem())).problems())
                .singleElement()
                .asString()
                .startsWith("The entries '")
                .endsWith("' and 2 more are not signed");
    }

    @Test
    void a_file_without_certificates_trusts_nobody() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");

        assertThatThrownBy(() -> Trust.read(empty)).isInstanceOf(CertificateException.class);
        assertThat(Trust.NOBODY.isEmpty()).isTrue();
    }

    private static void write(Path jar, String name, String text) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
            Files.writeString(files.getPath(name), text);
        }
    }
}
