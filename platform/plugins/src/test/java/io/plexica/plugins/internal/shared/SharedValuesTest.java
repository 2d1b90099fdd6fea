package io.plexica.plugins.internal.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.shared.SharedAccess;
import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.plugins.internal.testing.PluginJar;
import io.plexica.plugins.internal.testing.TestFramework;
import io.plexica.plugins.internal.testing.TestPlatform;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SharedValuesTest {

    private static TestFramework framework;

    @TempDir
    Path folder;

    private RoomDatabase database;
    private TestPlatform platform;
    private Tenant acme;
    private PluginSharedData notes;
    private PluginSharedData guest;

    @BeforeAll
    static void startFramework() {
        framework = new TestFramework();
    }

    @AfterAll
    static void stopFramework() {
        framework.close();
    }

    @BeforeEach
    void twoPluginsInATenant() {
        database = TestPlatform.newDatabase();
        platform = new TestPlatform(framework, database, folder.resolve("deploy"));
        acme = platform.tenant("acme");
        for (String id : List.of("notes", "guest")) {
            platform.publisher.publish(PluginJar.hello(id, "1.0.0").in(folder), "upload");
            platform.plugins.install(acme, id, null, null);
        }
        notes = new PluginSharedData(platform.sharedValues, "notes");
        guest = new PluginSharedData(platform.sharedValues, "guest");
    }

    @AfterEach
    void stop() {
        platform.close();
        database.close();
    }

    @Test
    void a_value_is_there_until_it_is_replaced_or_removed() {
        in(acme, () -> {
            notes.put("notes", "config", Map.of("colour", "red"), null);
            assertThat(notes.get("notes", "config")).contains(Map.of("colour", "red"));
            notes.put("notes", "config", List.of(1, 2), null);
            assertThat(notes.get("notes", "config")).contains(List.of(1, 2));
            assertThat(notes.remove("notes", "config")).isTrue();
            assertThat(notes.remove("notes", "config")).isFalse();
            assertThat(notes.get("notes", "config")).isEmpty();
        });
    }

    @Test
    void a_value_whose_time_is_over_is_gone_and_swept() {
        in(acme, () -> {
            notes.put("notes", "brief", "x", Duration.ofSeconds(1));
            notes.put("notes", "long", "y", Duration.ofHours(1));
            assertThat(notes.get("notes", "brief")).contains("x");
            await().pollInSameThread()
                    .untilAsserted(() -> assertThat(notes.get("notes", "brief")).isEmpty());
            assertThat(notes.remove("notes", "brief")).isFalse();
            assertThat(platform.sharedValues.list("notes")).singleElement().satisfies(entry -> {
                assertThat(entry.key()).isEqualTo("long");
                assertThat(entry.bytes()).isEqualTo("\"y\"".length());
                assertThat(entry.expiresAt()).isAfter(entry.updatedAt());
                assertThat(entry.updatedBy()).isEqualTo("notes");
            });
        });

        assertThat(new SharedStore(platform.database, new SchemaReady() {}).sweep(10))
                .isEqualTo(1);
        assertThat(rows()).containsExactly("acme/notes/long");
    }

    @Test
    void another_plugin_needs_a_grant_and_each_grant_is_audited() {
        in(acme, () -> {
            notes.put("notes", "a", 1, null);
            refused(ErrorCode.PERMISSION_DENIED, () -> guest.get("notes", "a"));

            notes.grant("guest", SharedAccess.READ);
            assertThat(guest.get("notes", "a")).contains(1);
            refused(ErrorCode.PERMISSION_DENIED, () -> guest.put("notes", "a", 2, null));
            refused(ErrorCode.PERMISSION_DENIED, () -> guest.remove("notes", "a"));

            notes.grant("guest", SharedAccess.WRITE);
            guest.put("notes", "a", 2, null);
            assertThat(notes.get("notes", "a")).contains(2);

            notes.revoke("guest");
            refused(ErrorCode.PERMISSION_DENIED, () -> guest.get("notes", "a"));
            refused(ErrorCode.VALIDATION_FAILED, () -> notes.grant("nobody", SharedAccess.READ));
            refused(ErrorCode.VALIDATION_FAILED, () -> notes.grant("notes", SharedAccess.READ));
        });

        assertThat(database.query("SELECT outcome FROM core.audit_log WHERE action = 'core.shared-data.granted'"))
                .hasSize(3);
    }

    @Test
    void no_tenant_sees_anothers_values_and_postgresql_sees_to_it() {
        Tenant globex = platform.tenant("globex");
        platform.plugins.install(globex, "notes", null, null);
        in(acme, () -> notes.put("notes", "secret", "acme's", null));

        in(globex, () -> assertThat(notes.get("notes", "secret")).isEmpty());
        assertThat(platform.database.<Boolean>tenant("globex", connection -> {
                    try (var rows = connection
                            .createStatement()
                            .executeQuery("SELECT 1 FROM core.shared_data WHERE tenant_slug = 'acme'")) {
                        return rows.next();
                    }
                }))
                .isFalse();
        in(
                acme,
                () -> assertThat(platform.database.<Boolean>plugin(new PluginRef("notes", "1.0.0"), connection -> {
                            try (var rows =
                                    connection.createStatement().executeQuery("SELECT 1 FROM core.shared_data")) {
                                return rows.next();
                            }
                        }))
                        .isFalse());
    }

    @Test
    void a_namespace_is_a_plugin_that_is_enabled() {
        platform.plugins.disable(acme, "notes");

        in(acme, () -> {
            refused(ErrorCode.PLUGIN_NOT_ENABLED, () -> notes.get("notes", "a"));
            refused(ErrorCode.NOT_FOUND, () -> new PluginSharedData(platform.sharedValues, "crm").get("crm", "a"));
        });
    }

    @Test
    void keys_and_times_are_checked() {
        in(acme, () -> {
            refused(ErrorCode.VALIDATION_FAILED, () -> notes.put("notes", "a b", 1, null));
            refused(ErrorCode.VALIDATION_FAILED, () -> notes.put("notes", "grants", 1, null));
            refused(ErrorCode.VALIDATION_FAILED, () -> notes.put("notes", "a", 1, Duration.ZERO));
            refused(ErrorCode.VALIDATION_FAILED, () -> notes.put("notes", "a", 1, Duration.ofDays(400)));
            assertThat(notes.get("notes", "no such key!")).isEmpty();
        });
    }

    @Test
    void what_a_plugin_shares_goes_with_its_data_and_all_of_it_with_the_tenant() {
        in(acme, () -> {
            notes.put("notes", "a", 1, null);
            notes.grant("guest", SharedAccess.READ);
            guest.put("guest", "b", 2, null);
        });

        platform.plugins.uninstall(acme, "notes", false);
        assertThat(rows()).containsExactly("acme/guest/b", "acme/notes/a");
        platform.plugins.uninstall(acme, "notes", true);
        assertThat(rows()).containsExactly("acme/guest/b");
        assertThat(database.query("SELECT namespace FROM core.shared_data_grants"))
                .isEmpty();

        platform.installations.deleteTenant("acme");
        assertThat(rows()).isEmpty();
    }

    private List<String> rows() {
        return database.query("SELECT tenant_slug || '/' || namespace || '/' || key FROM core.shared_data ORDER BY 1");
    }

    private static void refused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static void in(Tenant tenant, Runnable work) {
        try (Contexts.Scope scope = Contexts.open(Contexts.require().inTenant(tenant))) {
            work.run();
        }
    }
}
