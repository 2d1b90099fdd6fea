package io.plexica.plugins.internal.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.testing.PluginJar;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A node died, or a neighbour failed, while a plugin's data was being deleted. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BrokenDeletionTest extends PlatformCase {

    private final List<String> elsewhere = new CopyOnWriteArrayList<>();

    @BeforeEach
    void installWithDataEverywhere() {
        publish(PluginJar.hello("notes", "1.0.0").migration("V1__notes.sql", V1));
        platform.plugins.install(acme, "notes", null, null);
        database.admin("INSERT INTO core.shared_data (tenant_slug, namespace, key, value, updated_by)"
                + " VALUES ('acme', 'notes', 'k', '1', 'notes'), ('acme', 'others', 'k', '1', 'others')");
        database.admin("INSERT INTO core.shared_data_grants (tenant_slug, namespace, plugin_id, access)"
                + " VALUES ('acme', 'others', 'notes', 'READ')");
        database.admin("INSERT INTO core.plugin_settings (tenant_slug, plugin_id) VALUES ('acme', 'notes')");
        elsewhere.clear();
    }

    @Test
    void all_of_it_goes_whatever_had_gone_before() throws Exception {
        platform.elsewhere.add((slug, plugin) -> elsewhere.add(slug + "/" + plugin));
        platform.plugins.uninstall(acme, "notes", false);
        platform.schemas.drop("acme", "notes");
        die("uninstall with data");

        recover();

        assertThat(elsewhere).containsExactly("acme/notes");
        assertThat(database.query("SELECT namespace FROM core.shared_data")).containsExactly("others");
        assertThat(database.query("SELECT namespace FROM core.shared_data_grants"))
                .isEmpty();
        assertThat(database.query("SELECT plugin_id FROM core.plugin_settings")).isEmpty();
        assertThat(audited("core.plugin.data-deleted")).containsExactly("SUCCESS");
        assertThat(audited("core.plugin.uninstalled")).containsExactly("SUCCESS");
        assertThat(database.query("SELECT action FROM core.audit_log WHERE action LIKE '% %'"))
                .isEmpty();
    }

    @Test
    void what_had_not_begun_is_as_it_was_and_the_audit_log_says_so_by_its_name() throws Exception {
        die("uninstall with data");

        recover();

        assertThat(platform.plugins.get(acme, "notes").enabled()).isTrue();
        assertThat(tables()).contains("notes");
        assertThat(audited("core.plugin.uninstalled")).containsExactly("FAILURE");
    }

    @Test
    void what_a_neighbour_cannot_delete_now_can_be_asked_for_again() {
        platform.elsewhere.add((slug, plugin) -> {
            elsewhere.add(slug);
            if (elsewhere.size() == 1) {
                throw new PlexicaException(ErrorCode.UNAVAILABLE, "Not now");
            }
        });

        assertThatThrownBy(() -> platform.plugins.uninstall(acme, "notes", true))
                .extracting("code")
                .isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(tables()).contains("notes");
        platform.plugins.uninstall(acme, "notes", true);

        assertThat(tables()).isEmpty();
        assertThat(database.query("SELECT namespace FROM core.shared_data")).containsExactly("others");
        assertThat(audited("core.plugin.data-deleted")).containsExactly("SUCCESS");
    }

    private void die(String operation) {
        database.admin("UPDATE core.installations SET operation = '" + operation
                + "', operation_id = gen_random_uuid(), operation_node = '" + platform.node
                + "', operation_at = now() WHERE plugin_id = 'notes'");
    }

    private void recover() throws Exception {
        try (AutoCloseable recovery = platform.recovery()::close) {
            await().until(() -> database.query("SELECT 1 FROM core.installations WHERE operation IS NOT NULL")
                    .isEmpty());
        }
        await().until(() -> !database.query("SELECT 1 FROM core.audit_log WHERE action IN"
                        + " ('core.plugin.data-deleted', 'core.plugin.uninstalled')")
                .isEmpty());
    }
}
