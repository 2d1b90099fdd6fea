package io.plexica.backup.internal.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.backup.internal.archive.Manifest.Origin;
import io.plexica.spi.backup.PartWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ArchiveTest {

    private static final Instant AT = Instant.parse("2026-11-28T12:00:00Z");
    private static final ArchiveLimits BOUNDS = new ArchiveLimits(10_000_000, 10, 500);

    @TempDir
    Path folder;

    @Test
    void what_was_written_is_read() throws IOException {
        try (Archive archive = Archive.open(file(written()), BOUNDS)) {
            assertThat(archive.manifest().tenant().slug()).isEqualTo("acme");
            assertThat(archive.manifest().parts()).containsExactly("tables", "storage");
            assertThat(archive.entries("tables")).containsExactlyInAnyOrder("one.copy", "crm/two.json");
            assertThat(archive.part("tables").json("crm/two.json", String.class))
                    .contains("two");
            assertThat(archive.part("tables").entry("three")).isEmpty();
            try (InputStream in = archive.part("tables").entry("one.copy").orElseThrow()) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo("1\\t2");
            }
        }
    }

    @Test
    void a_file_that_was_broken_off_or_is_none_is_refused() throws IOException {
        byte[] whole = written();
        refused(Arrays.copyOf(whole, whole.length - 30), "is no export of a tenant");
        refused(new byte[0], "is no export of a tenant");
        refused("PK but no zip".getBytes(StandardCharsets.UTF_8), "is no export of a tenant");
        refused(zip(Map.of("tables/one", new byte[1])), "manifest.json");
    }

    @Test
    void an_entry_that_is_not_what_was_written_is_refused() throws IOException {
        refused(changed(entries -> entries.put("tables/one.copy", bytes("1\\t3"))), "is not what was written");
        refused(changed(entries -> entries.put("tables/one.copy", bytes("1"))), "is not what was written");
        refused(changed(entries -> entries.remove("tables/one.copy")), "is missing");
        refused(changed(entries -> entries.put("tables/more", bytes("?"))), "is not named in");
    }

    @Test
    void names_that_lead_elsewhere_are_refused() throws IOException {
        for (String name : new String[] {
            "../evil",
            "/etc/passwd",
            "tables/../x",
            "tables//x",
            "tables/.hidden",
            "tables/a/b/c/d",
            "TABLES/x",
            "tables/",
            "tables/a\\b",
            "tables/\u00e4"
        }) {
            refused(changed(entries -> entries.put(name, bytes("x"))), "that no export has");
        }
    }

    @Test
    void too_much_is_refused_before_it_is_read() throws IOException {
        refused(
                changed(entries -> {
                    for (int i = 0; i < 10; i++) {
                        entries.put("tables/x" + i, bytes("x"));
                    }
                }),
                "more than 10 entries");
        byte[] bomb = written(to -> {
            try (OutputStream out = to.entry("bomb")) {
                out.write(new byte[2_000_000]);
            }
        });
        refused(bomb, "more tightly");
        byte[] large = written(to -> {
            try (OutputStream out = to.entry("large")) {
                for (int i = 0; i < 11; i++) {
                    out.write(new byte[1_000_000]);
                }
            }
        });
        refused(large, "bytes unpacked");
    }

    @Test
    void a_manifest_of_another_form_is_refused() throws IOException {
        refused(manifest(text -> text.replace("\"format\":1", "\"format\":2")), "import it on a newer one");
        refused(manifest(text -> text.replace("\"slug\":\"acme\"", "\"slug\":null")), "whose the tenant is");
        refused(manifest(text -> text.replace("\"format\":1", "\"format\":1,\"more\":1")), "cannot be read");
        refused(manifest(text -> "[]"), "cannot be read");
        refused(manifest(text -> "null"), "says nothing");
        refused(manifest(text -> text.replace("\"size\":", "\"size\":-")), "without a name or digest");
        refused(
                manifest(text -> text.replaceAll("\"size\":\\d+", "\"size\":" + Long.MAX_VALUE)),
                Long.MAX_VALUE + " bytes unpacked");
    }

    @Test
    void what_a_file_lacks_is_said_without_names_of_ours() throws IOException {
        refused(manifest(text -> text.replaceAll("\"parts\":\\[.*?\\]", "\"parts\":null")), "something is missing");
        refused(manifest(text -> text.replace("\"format\":1", "\"format\":\"x\"")), "at /format: something is missing");
        refused(manifest(text -> text.replace("\"format\":1", "\"format\":1,\"more\":1")), "'more' is unknown");
    }

    @Test
    void a_damaged_manifest_is_no_reason_to_try_again() throws IOException {
        byte[] file = written();
        int begin = new String(file, StandardCharsets.ISO_8859_1).indexOf(Manifest.NAME) + Manifest.NAME.length();
        for (int i = begin; i < begin + 40; i++) {
            file[i] ^= 0x55;
        }
        refused(file, "is damaged");
        byte[] early = written();
        ByteBuffer bytes = ByteBuffer.wrap(early).order(ByteOrder.LITTLE_ENDIAN);
        int last = new String(early, StandardCharsets.ISO_8859_1).lastIndexOf("PK\1\2");
        bytes.putInt(last + 20, bytes.getInt(last + 20) - 5);
        refused(early, "is damaged");
    }

    private interface Part {
        void write(PartWriter to) throws IOException;
    }

    private static byte[] written() throws IOException {
        return written(to -> to.json("crm/two.json", "two"));
    }

    private static byte[] written(Part part) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ArchiveWriter archive = new ArchiveWriter(out);
        PartWriter tables = archive.part("tables");
        try (OutputStream one = tables.entry("one.copy")) {
            one.write(bytes("1\\t2"));
        }
        part.write(tables);
        archive.part("storage");
        JsonNodeFactory json = JsonNodeFactory.instance;
        archive.finish(
                "1.1.0",
                AT,
                new Origin(new UUID(0, 1), "acme", "Acme", "pro", "ACTIVE", json.objectNode(), json.objectNode()));
        return out.toByteArray();
    }

    private static byte[] manifest(UnaryOperator<String> change) throws IOException {
        return changed(entries -> entries.computeIfPresent(
                Manifest.NAME, (name, bytes) -> bytes(change.apply(new String(bytes, StandardCharsets.UTF_8)))));
    }

    private static byte[] changed(Consumer<Map<String, byte[]>> change) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new java.io.ByteArrayInputStream(written()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        change.accept(entries);
        return zip(entries);
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Path file(byte[] bytes) throws IOException {
        Path file = folder.resolve("file.zip");
        Files.write(file, bytes);
        return file;
    }

    private void refused(byte[] bytes, String reason) throws IOException {
        Path file = file(bytes);
        assertThatThrownBy(() -> Archive.open(file, BOUNDS).close())
                .isInstanceOfSatisfying(PlexicaException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.VALIDATION_FAILED);
                    assertThat(e.errors().toString()).contains(reason);
                });
    }
}
