package io.plexica.backup.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.backup.internal.BackupSettings;
import io.plexica.backup.internal.export.Workshop;
import io.plexica.spi.metrics.Figures;
import io.plexica.spi.metrics.Histogram;
import io.plexica.spi.metrics.Metric;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.plugins.Plugins;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BackupsTest {

    private static final PluginRef CRM = new PluginRef("crm", "1.0.0");

    @TempDir
    Path folder;

    private final List<PluginRef> published = new ArrayList<>(List.of(CRM));
    private Workshop workshop;
    private Backups backups;

    @BeforeEach
    void open() {
        BackupSettings settings =
                new BackupSettings(List.of("things"), 1_000_000, 1_000_000, folder.resolve("kept"), "", 2);
        workshop = new Workshop(settings, "acme", "globex");
        backups = new Backups(workshop.exports, workshop.tenants, new Shelf(), settings);
    }

    @Test
    void all_tenants_and_all_plugins_are_in_it_and_it_is_whole() throws IOException {
        List<String> heard = new ArrayList<>();
        Backup backup = backups.create(List.of(), heard::add);

        assertThat(heard).containsExactlyInAnyOrder("acme", "globex");
        assertThat(backup.files().stream().map(Backup.Stored::name))
                .containsExactlyInAnyOrder("plugins/crm-1.0.0.jar", "tenants/acme.zip", "tenants/globex.zip");
        assertThat(backups.folder().list()).containsExactly(backup);
        assertThat(backups.folder().get("latest")).isEqualTo(backup);
        assertThat(backups.verify(backup)).isEmpty();
        assertThat(backups.tenant(backup, "acme")).exists();
        published.clear();
        assertThat(backups.publish(backup)).containsExactly(CRM);
        assertThat(backups.publish(backup)).isEmpty();
    }

    @Test
    void what_is_damaged_or_missing_is_said() throws IOException {
        Backup backup = backups.create(List.of(), slug -> {});
        Path acme = backups.tenant(backup, "acme");
        byte[] bytes = Files.readAllBytes(acme);
        bytes[bytes.length / 2]++;
        Files.write(acme, bytes);
        Files.delete(backups.tenant(backup, "globex"));

        assertThat(backups.verify(backup))
                .containsExactlyInAnyOrder("tenants/acme.zip is not what was written", "tenants/globex.zip is missing");
    }

    @Test
    void a_tenant_that_cannot_be_taken_keeps_nobody_from_the_others_and_drives_out_no_backup() throws IOException {
        Backup first = backups.create(List.of(), slug -> {});
        Backup second = backups.create(List.of(), slug -> {});
        workshop.part.failFor("acme");

        Backup third = backups.create(List.of(), slug -> {});

        assertThat(third.failures()).singleElement().asString().startsWith("tenant acme: ");
        assertThat(third.tenants()).isEqualTo(1);
        assertThat(backups.verify(third)).isNotEmpty();
        assertThat(backups.folder().list()).containsExactly(third, second, first);
        assertThat(workshop.audited).contains("failed core.tenant.exported");

        workshop.part.failFor("nobody");
        Backup fourth = backups.create(List.of(), slug -> {});
        assertThat(backups.folder().list()).containsExactly(fourth, third);
    }

    @Test
    void figures_tell_of_the_newest_one_and_of_how_each_ended() throws IOException {
        assertThat(figures())
                .isEqualTo(Map.of(
                        "backups_total done",
                        0.0,
                        "backups_total incomplete",
                        0.0,
                        "backups_total failed",
                        0.0,
                        "backups_kept",
                        0.0));
        Backup first = backups.create(List.of(), slug -> {});
        workshop.part.failFor("acme");
        Backup second = backups.create(List.of(), slug -> {});
        assertThatThrownBy(() -> backups.create(List.of("globex"), slug -> {
                    throw new IllegalStateException("the disk is gone");
                }))
                .hasMessage("the disk is gone");

        assertThat(figures())
                .containsEntry("backups_total done", 1.0)
                .containsEntry("backups_total incomplete", 1.0)
                .containsEntry("backups_total failed", 1.0)
                .containsEntry("backups_kept", 2.0)
                .containsEntry("backup_last_success_timestamp_seconds", (double)
                        first.begunAt().getEpochSecond())
                .containsEntry("backup_last_size_bytes", (double) second.bytes())
                .containsEntry("backup_last_failures", 1.0)
                .containsKey("backup_last_duration_seconds");
    }

    @Test
    void one_that_was_broken_off_is_none_and_goes() throws IOException {
        Path left = Files.createDirectories(folder.resolve("kept/20260101T000000Z.part/tenants"));
        Files.writeString(left.resolve("acme.zip"), "half");
        Files.createDirectories(folder.resolve("kept/20260102T000000Z"));
        assertThat(backups.folder().list()).isEmpty();
        backups.create(List.of("acme"), slug -> {});
        assertThat(folder.resolve("kept/20260101T000000Z.part")).doesNotExist();
        assertThat(backups.folder().list()).hasSize(1);
    }

    @Test
    void one_whose_summary_is_damaged_hides_no_other() throws IOException {
        Backup whole = backups.create(List.of(), slug -> {});
        Path damaged = Files.createDirectories(folder.resolve("kept/20990101T000000Z"));
        for (String summary : List.of("{\"name\":", "{}", "[]", "{\"files\":[{}],\"failures\":[]}")) {
            Files.writeString(damaged.resolve("backup.json"), summary);
            assertThat(backups.folder().list()).containsExactly(whole);
            assertThat(backups.folder().get("latest")).isEqualTo(whole);
        }
    }

    @Test
    void one_that_fails_leaves_nothing_that_takes_room() {
        workshop.part.during(() -> {
            throw new UncheckedIOException(new IOException("No space left on device"));
        });
        assertThatThrownBy(() -> backups.create(List.of(), slug -> {})).hasMessageContaining("No space left");
        assertThat(folder.resolve("kept")).isDirectoryNotContaining("glob:**/*.part");
    }

    @Test
    void what_is_not_as_it_was_written_is_not_restored() throws IOException {
        Backup backup = backups.create(List.of(), slug -> {});
        Files.writeString(folder.resolve("kept").resolve(backup.name()).resolve("plugins/crm-1.0.0.jar"), "another");
        Files.writeString(backups.tenant(backup, "acme"), "another");
        published.clear();
        assertThatThrownBy(() -> backups.publish(backup)).hasMessageContaining("is not what was written");
        assertThatThrownBy(() -> backups.tenant(backup, "acme")).hasMessageContaining("is not what was written");
    }

    @Test
    void nobody_gets_at_anything_else_by_a_name() throws IOException {
        backups.create(List.of(), slug -> {});
        for (String name : List.of("..", "../kept", "nothing", "20260101T000000Z", "")) {
            notFound(() -> backups.folder().get(name));
        }
        Backup latest = backups.folder().get("latest");
        notFound(() -> backups.tenant(latest, "../../acme"));
        notFound(() -> backups.folder().file(latest, "../../../etc/passwd"));
        notFound(() -> backups.create(List.of("nobody"), slug -> {}));
    }

    @Test
    void only_one_is_made_at_a_time() throws IOException {
        workshop.part.during(() ->
                assertThatThrownBy(() -> backups.create(List.of(), slug -> {})).hasMessageContaining("backup-running"));
        assertThat(backups.create(List.of(), slug -> {}).failures()).isEmpty();
    }

    @Test
    void many_parts_are_each_where_they_belong() throws IOException {
        workshop.part.entries(IntStream.range(0, 50).mapToObj(i -> "e" + i).toList());
        assertThat(backups.verify(backups.create(List.of(), slug -> {}))).isEmpty();
    }

    private Map<String, Double> figures() {
        Map<String, Double> told = new TreeMap<>();
        BackupMetrics metrics = new BackupMetrics(backups);
        metrics.tell(new Figures() {
            @Override
            public void value(Metric metric, double value, String... labels) {
                assertThat(metrics.metrics()).contains(metric);
                told.put((metric.name() + " " + String.join(" ", labels)).strip(), value);
            }

            @Override
            public void times(Metric metric, Histogram times, String... labels) {
                throw new UnsupportedOperationException(metric.name());
            }
        });
        return told;
    }

    private interface Call {
        void run() throws IOException;
    }

    private static void notFound(Call call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    /** Jars that are text. */
    private final class Shelf implements Plugins {

        @Override
        public PluginRef publish(Path jar) {
            published.add(CRM);
            return CRM;
        }

        @Override
        public void ensureInstalled(String tenantSlug, String pluginId) {}

        @Override
        public List<PluginRef> published() {
            return List.copyOf(published);
        }

        @Override
        public void copy(PluginRef plugin, Path target) {
            try {
                Files.writeString(target, plugin.toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
