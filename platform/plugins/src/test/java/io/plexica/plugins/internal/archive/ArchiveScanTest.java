package io.plexica.plugins.internal.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.plugins.internal.testing.PluginJar;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ArchiveScanTest {

    @TempDir
    Path folder;

    @Test
    void a_good_jar_has_no_problems_and_the_digest_of_its_bytes() throws IOException {
        Path jar = PluginJar.hello("notes", "1.0.0").in(folder);

        ArchiveContents contents = scan(jar);

        assertThat(contents.problems()).isEmpty();
        assertThat(contents.digest())
                .isEqualTo(Digests.sha256(Files.readAllBytes(jar)))
                .hasSize(64);
        assertThat(contents.manifest()).isPresent();
        assertThat(contents.classes()).extracting(ClassFacts::name).containsExactly("test.notes.HelloResource");
    }

    @Test
    void a_text_file_is_no_jar() throws IOException {
        assertThat(problems(write("hello"))).containsExactly("The file is no jar, whatever its name says");
    }

    @Test
    void an_empty_file_is_no_jar() throws IOException {
        assertThat(problems(write(""))).containsExactly("The file is empty");
    }

    @Test
    void half_a_jar_is_not_complete() throws IOException {
        byte[] whole = Files.readAllBytes(PluginJar.hello("notes", "1.0.0").in(folder));
        Path half = Files.write(folder.resolve("half.jar"), Arrays.copyOf(whole, whole.length / 2));

        assertThat(problems(half)).singleElement().asString().startsWith("The jar is not complete or damaged");
    }

    @Test
    void a_flipped_byte_is_found() throws IOException {
        Path jar = zip("x.txt", "some text that is long enough to be compressed, compressed, compressed");
        byte[] bytes = Files.readAllBytes(jar);
        bytes[40] ^= 0x55;
        Files.write(jar, bytes);

        assertThat(problems(jar)).singleElement().asString().contains("x.txt").contains("damaged");
    }

    @Test
    void an_entry_that_ends_early_is_found_here_and_in_jars_within() throws IOException {
        Path jar = zip("x.txt", "some text that is long enough to be compressed, compressed, compressed");
        Files.write(jar, withoutItsEnd(Files.readAllBytes(jar)));
        ByteArrayOutputStream outer = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(outer)) {
            out.putNextEntry(new ZipEntry("lib/a.jar"));
            out.write(Files.readAllBytes(jar));
        }

        assertThat(problems(jar)).singleElement().asString().contains("x.txt").contains("damaged");
        assertThat(problems(Files.write(folder.resolve("outer.jar"), outer.toByteArray())))
                .singleElement()
                .asString()
                .contains("lib/a.jar")
                .contains("damaged");
    }

    @Test
    void what_only_the_framework_would_read_of_a_bundle_is_refused_or_read() throws IOException {
        String headers = "Manifest-Version: 1.0\r\nMulti-Release: true\r\nImport-Package: one\r\n\r\n";
        String other = "META-INF/versions/9/OSGI-INF/MANIFEST.MF";
        Path jar = zip("META-INF/MANIFEST.MF", headers, other, headers.replace("one", "two"));
        assertThat(problems(jar)).singleElement().asString().contains(other).contains("leave it out");
        Path carried = Files.copy(jar, folder.resolve("carried.jar"));
        ByteArrayOutputStream outer = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(outer)) {
            out.putNextEntry(new ZipEntry(CarriedApi.FOLDER + "a.jar"));
            out.write(Files.readAllBytes(carried));
        }
        assertThat(problems(Files.write(folder.resolve("carrier.jar"), outer.toByteArray())))
                .singleElement()
                .asString()
                .contains(other);

        Path endless = zip("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\nImport-Package: one");
        assertThat(scan(endless).header("Import-Package")).isEqualTo("one");
    }

    /** The directory says of the one entry that it has fewer bytes than it needs. */
    private static byte[] withoutItsEnd(byte[] whole) {
        ByteBuffer bytes = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
        int packed = bytes.getInt(whole.length - 6) + 20;
        return bytes.putInt(packed, bytes.getInt(packed) - 5).array();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "a/../../evil", "/etc/passwd", "C:/evil", "a\\b", "..", "a\nb"})
    void entries_must_lie_within_the_jar(String name) throws IOException {
        assertThat(problems(zip(name, "x"))).singleElement().asString().contains("does not lie within the jar");
    }

    @Test
    void a_name_with_dots_in_it_is_fine() throws IOException {
        assertThat(problems(zip("a..b/c...txt", "x"))).isEmpty();
    }

    @Test
    void a_jar_is_all_that_its_file_holds() throws IOException {
        byte[] jar = Files.readAllBytes(PluginJar.hello("notes", "1.0.0").in(folder));
        byte[] more = "#!/bin/sh\n".getBytes(StandardCharsets.UTF_8);

        assertThat(problems(Files.write(folder.resolve("before.jar"), joined(more, jar))))
                .containsExactly("The file has bytes before the beginning of the jar");
        assertThat(problems(Files.write(folder.resolve("twice.jar"), joined(jar, jar))))
                .contains("The file has bytes before the beginning of the jar");
        assertThat(problems(Files.write(folder.resolve("after.jar"), joined(jar, more))))
                .isNotEmpty();
    }

    private static byte[] joined(byte[] first, byte[] second) throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(first);
        both.write(second);
        return both.toByteArray();
    }

    @Test
    void entries_must_not_be_there_twice() throws IOException {
        Path jar = zip("same1", "x", "same2", "y");
        String bytes = Files.readString(jar, StandardCharsets.ISO_8859_1).replace("same2", "same1");
        Files.writeString(jar, bytes, StandardCharsets.ISO_8859_1);

        assertThat(problems(jar)).containsExactly("The entry 'same1' is there more than once");
    }

    @Test
    void there_is_one_manifest_whatever_its_spelling() throws IOException {
        assertThat(problems(zip("META-INF/plexica/plugin.json", "{}", "META-INF/PLEXICA/plugin.json", "{}")))
                .containsExactly("The entry 'META-INF/PLEXICA/plugin.json' is there more than once");
    }

    @Test
    void a_bomb_is_stopped() throws IOException {
        assertThat(problems(zip("zeros", "0".repeat(8 * 1024 * 1024))))
                .containsExactly("The entry 'zeros' unpacks to more than 200 times its packed size");
    }

    @Test
    void bounds_on_size_entries_and_unpacked_bytes_hold() throws IOException {
        Path jar = zip("a", "0123456789", "b", "0123456789");

        assertThat(scan(jar, new ArchiveLimits(10, 9, 99, 9)).problems())
                .containsExactly("The jar is larger than 0 MiB");
        assertThat(scan(jar, new ArchiveLimits(9999, 1, 99, 9)).problems())
                .containsExactly("The jar holds more than 1 entries");
        assertThat(scan(jar, new ArchiveLimits(9999, 9, 15, 9)).problems())
                .containsExactly("The jar unpacks to more than 0 MiB");
    }

    @Test
    void a_jar_with_a_hundred_thousand_entries_is_refused_before_any_is_read() throws IOException {
        String[] entries = new String[200_000];
        for (int i = 0; i < entries.length; i += 2) {
            entries[i] = "e" + i;
            entries[i + 1] = "";
        }

        assertThat(problems(zip(entries))).containsExactly("The jar holds more than 20000 entries");
    }

    @Test
    void a_bundle_manifest_that_is_there_twice_is_refused() throws IOException {
        assertThat(problems(zip("META-INF/MANIFEST.MF", "", "META-INF/Manifest.mf", "")))
                .containsExactly("The entry 'META-INF/Manifest.mf' is there more than once");
    }

    @Test
    void classes_in_jars_within_the_jar_count_and_one_level_is_the_most() throws IOException {
        byte[] library = Files.readAllBytes(PluginJar.hello("inner", "1.0.0").in(folder));
        byte[] deep = Files.readAllBytes(zipBytes("lib/deep.jar", library));

        ArchiveContents contents = scan(zipBytes("lib/one.jar", library, "lib/two.jar", deep));

        assertThat(contents.classes()).extracting(ClassFacts::name).containsExactly("test.inner.HelloResource");
        assertThat(contents.problems())
                .containsExactly("'lib/two.jar' holds the jar 'lib/deep.jar': one level is the most");
    }

    @Test
    void a_damaged_class_is_named() throws IOException {
        assertThat(problems(zip("a/B.class", "no class")))
                .containsExactly("The class file 'a/B.class' cannot be read: it is damaged or newer than Java 17");
    }

    private List<String> problems(Path jar) throws IOException {
        return scan(jar).problems();
    }

    private static ArchiveContents scan(Path jar) throws IOException {
        return scan(jar, ArchiveLimits.STANDARD);
    }

    private static ArchiveContents scan(Path jar, ArchiveLimits limits) throws IOException {
        return ArchiveScan.scan(jar, limits);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("text.jar"), text);
    }

    private Path zip(String... namesAndTexts) throws IOException {
        Object[] all = new Object[namesAndTexts.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = i % 2 == 0 ? namesAndTexts[i] : namesAndTexts[i].getBytes(StandardCharsets.UTF_8);
        }
        return zipBytes(all);
    }

    private Path zipBytes(Object... namesAndBytes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndBytes.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
                zip.write((byte[]) namesAndBytes[i + 1]);
                zip.closeEntry();
            }
        }
        Path file = Files.createTempFile(folder, "test", ".jar");
        try (OutputStream out = Files.newOutputStream(file)) {
            bytes.writeTo(out);
        }
        return file;
    }
}
