package io.plexica.plugins.internal.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.plugins.internal.check.PluginCheck;
import io.plexica.plugins.internal.testing.PluginJar;
import io.plexica.plugins.internal.testing.TestFramework;
import io.plexica.plugins.internal.testing.TestPlatform;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
class PublisherTest {

    private static final PluginRef NOTES = new PluginRef("notes", "1.0.0");
    private static TestFramework framework;

    @TempDir
    Path folder;

    private RoomDatabase database;
    private TestPlatform platform;

    @BeforeAll
    static void startFramework() {
        framework = new TestFramework();
    }

    @AfterAll
    static void stopFramework() {
        framework.close();
    }

    @BeforeEach
    void startPlatform() {
        database = TestPlatform.newDatabase();
        platform = new TestPlatform(framework, database, folder.resolve("deploy"));
    }

    @AfterEach
    void stopPlatform() {
        platform.close();
        await().untilAsserted(() -> assertThat(framework.plugins()).isZero());
        database.close();
    }

    @Test
    void a_version_is_live_stored_and_audited() {
        PublicationOutcome published = publish(PluginJar.hello("notes", "1.0.0"));

        assertThat(published.changed()).isTrue();
        assertThat(published.version().publishedBy()).isEqualTo("system");
        assertThat(platform.servers.hello(NOTES)).isEqualTo("1.0.0");
        assertThat(database.query("SELECT status FROM core.plugin_versions")).containsExactly("AVAILABLE");
        assertThat(database.query("SELECT action || ' ' || outcome FROM core.audit_log"))
                .containsExactly("core.plugin.published SUCCESS");
    }

    @Test
    void identical_bytes_again_change_nothing_and_stay_whose_they_were_first() {
        Path jar = PluginJar.hello("notes", "1.0.0").in(folder);
        platform.publisher.publish(jar, "deploy:notes.jar");

        assertThat(platform.publisher.publish(jar, "upload").changed()).isFalse();
        assertThat(platform.publisher.publish(jar, "deploy:other.jar").version().source())
                .isEqualTo("deploy:notes.jar");
        assertThat(framework.plugins()).isEqualTo(1);
    }

    @Test
    void the_same_version_with_other_bytes_is_a_conflict() {
        publish(PluginJar.hello("notes", "1.0.0"));

        assertThatThrownBy(() -> publish(PluginJar.hello("notes", "1.0.0").entry("x", "y")))
                .isInstanceOfSatisfying(PlexicaException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT);
                    assertThat(e.detail()).startsWith("version-exists: ");
                });
        assertThat(database.query("SELECT outcome FROM core.audit_log ORDER BY at"))
                .containsExactly("SUCCESS", "FAILURE");
    }

    @Test
    void an_id_belongs_to_its_first_symbolic_name_and_an_image_to_its_first_version() {
        publish(PluginJar.hello("notes", "1.0.0-a.b").header("Bundle-Version", "1.0.0.a_b"));

        assertThat(problems(() -> publish(PluginJar.hello("notes", "1.0.0-a-b")
                        .header("Bundle-Version", "1.0.0.a-b")
                        .header("Bundle-SymbolicName", "other"))))
                .containsExactly("plugin.json /id 'notes' belongs to the bundle test.notes, not to other");
        assertThat(problems(
                        () -> publish(PluginJar.hello("memos", "1.0.0").header("Bundle-SymbolicName", "test.notes"))))
                .containsExactly("plugin.json /id must be 'notes', the id of the bundle test.notes");
        assertThat(problems(() -> publish(PluginJar.hello("notes", "1.0.0-a+b").header("Bundle-Version", "1.0.0.a_b"))))
                .containsExactly(
                        "plugin.json /version has the same OSGi version, 1.0.0.a_b, as the published 1.0.0-a.b");
    }

    @Test
    void clashes_with_bundles_and_permissions_are_said_with_everything_else() {
        platform.permissions.claim("notes:things:read");

        assertThat(problems(() -> publish(PluginJar.hello("notes", "1.0.0")
                        .header("Bundle-SymbolicName", "org.apache.felix.scr")
                        .header("Bundle-Activator", "x"))))
                .hasSize(3)
                .anyMatch(problem -> problem.contains("Bundle-Activator"))
                .anyMatch(problem -> problem.contains("is that of org.apache.felix.scr"))
                .anyMatch(problem -> problem.contains("/permissions/0/key 'notes:things:read'"));
    }

    @Test
    void migrations_that_switch_roles_are_refused_before_anybody_installs_them() {
        assertThatThrownBy(() ->
                        publish(PluginJar.hello("notes", "1.0.0").migration("V1__notes.sql", "SET ROLE plexica_core")))
                .isInstanceOfSatisfying(PlexicaException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN_INVALID);
                    assertThat(e.errors().toString()).contains("V1__notes.sql");
                });
        assertThat(framework.plugins()).isZero();
    }

    @Test
    void a_refusal_leaves_nothing_behind() {
        PluginJar jar = PluginJar.empty("notes", "1.0.0")
                .source(
                        "p.Bad",
                        "package p; @javax.ws.rs.Path(\"/b\") @io.plexica.api.rest.PlexicaResource public class Bad {"
                                + "public Bad() { throw new IllegalStateException(\"no luck\"); } }")
                .resource("p.Bad");

        assertThat(problems(() -> publish(jar))).singleElement().asString().contains("no luck");

        assertThat(framework.plugins()).isZero();
        assertThat(platform.units.size()).isZero();
        assertThat(database.query("SELECT id FROM core.plugins")).isEmpty();
        assertThat(database.query("SELECT digest FROM core.plugin_artifacts")).isEmpty();
        assertThat(platform.routes.find("notes", null)).isNull();
    }

    @Test
    void a_database_that_is_gone_leaves_nothing_behind_either() {
        platform.database.setDown(true);

        assertThatThrownBy(() -> publish(PluginJar.hello("notes", "1.0.0")))
                .extracting("code")
                .isEqualTo(ErrorCode.UNAVAILABLE);

        platform.database.setDown(false);
        assertThat(framework.plugins()).isZero();
        assertThat(publish(PluginJar.hello("notes", "1.0.0")).changed()).isTrue();
    }

    @Test
    void a_withdrawn_version_is_gone_with_its_bytes_and_its_id_is_free() {
        publish(PluginJar.hello("notes", "1.0.0"));

        platform.withdrawal.byHand(NOTES);

        assertThat(framework.plugins()).isZero();
        assertThat(platform.routes.find("notes", null)).isNull();
        assertThat(database.query("SELECT digest FROM core.plugin_artifacts")).isEmpty();
        assertThat(database.query("SELECT id FROM core.plugins")).isEmpty();
        assertThatThrownBy(() -> platform.withdrawal.byHand(NOTES))
                .extracting("code")
                .isEqualTo(ErrorCode.PLUGIN_NOT_FOUND);
        assertThat(publish(PluginJar.hello("notes", "1.0.0")).changed()).isTrue();
    }

    @Test
    void a_version_in_use_stays_and_its_users_are_named() {
        publish(PluginJar.hello("notes", "1.0.0"));
        Tenant acme = platform.tenant("acme");
        platform.plugins.install(acme, "notes", null, null);

        assertThatThrownBy(() -> platform.withdrawal.byHand(NOTES))
                .isInstanceOfSatisfying(PlexicaException.class, e -> {
                    assertThat(e.detail()).startsWith("version-in-use: ");
                    assertThat(e.extensions()).containsEntry("tenants", List.of("acme"));
                });
        assertThat(platform.servers.hello(NOTES)).isEqualTo("1.0.0");
    }

    @Test
    void a_replaced_snapshot_takes_its_tenants_tables_and_permissions_along() {
        PluginRef snapshot = new PluginRef("notes", "1.0.0-SNAPSHOT");
        publish(PluginJar.hello("notes", "1.0.0-SNAPSHOT").migration("V1__a.sql", "CREATE TABLE a (id int)"));
        Tenant acme = platform.tenant("acme");
        platform.plugins.install(acme, "notes", "1.0.0-SNAPSHOT", null);

        publish(PluginJar.hello("notes", "1.0.0-SNAPSHOT")
                .migration("V1__a.sql", "CREATE TABLE a (id int)")
                .migration("V2__b.sql", "CREATE TABLE b (id int)")
                .member(
                        "permissions",
                        "[{\"key\":\"notes:things:read\",\"name\":\"R\",\"defaultRoles\":[\"member\"]},"
                                + "{\"key\":\"notes:things:write\",\"name\":\"W\",\"defaultRoles\":[\"member\"]}]"));

        assertThat(platform.servers.hello(snapshot)).isEqualTo("1.0.0-SNAPSHOT");
        assertThat(database.query("SELECT tablename FROM pg_tables"
                        + " WHERE schemaname = 'tenant_acme__notes' AND tablename IN ('a', 'b') ORDER BY 1"))
                .containsExactly("a", "b");
        assertThat(platform.permissions.known("acme", "notes"))
                .containsExactlyInAnyOrder("notes:things:read", "notes:things:write");
        assertThat(platform.permissions.granted("acme", "notes")).contains("notes:things:write");
        await().untilAsserted(() -> assertThat(framework.plugins()).isEqualTo(1));
        assertThat(database.query("SELECT digest FROM core.plugin_artifacts")).hasSize(1);
    }

    @Test
    void a_snapshot_whose_migration_fails_does_not_replace_the_one_that_serves() {
        publish(PluginJar.hello("notes", "1.0.0-SNAPSHOT"));
        platform.plugins.install(platform.tenant("acme"), "notes", "1.0.0-SNAPSHOT", null);
        List<String> before = database.query("SELECT digest FROM core.plugin_versions");

        assertThatThrownBy(() ->
                        publish(PluginJar.hello("notes", "1.0.0-SNAPSHOT").migration("V1__a.sql", "CREATE NONSENSE")))
                .extracting("code")
                .isEqualTo(ErrorCode.PLUGIN_ERROR);

        assertThat(database.query("SELECT digest FROM core.plugin_versions")).isEqualTo(before);
        assertThat(platform.servers.hello(new PluginRef("notes", "1.0.0-SNAPSHOT")))
                .isEqualTo("1.0.0-SNAPSHOT");
    }

    @Test
    void a_snapshot_that_cannot_be_stored_makes_room_for_the_one_that_served() {
        publish(PluginJar.hello("notes", "1.0.0-SNAPSHOT"));
        database.admin("ALTER TABLE core.plugin_versions ADD CHECK (source <> 'bad')");
        Path jar = PluginJar.hello("notes", "1.0.0-SNAPSHOT").entry("x", "y").in(folder);

        assertThatThrownBy(() -> platform.publisher.publish(jar, "bad")).isInstanceOf(PlexicaException.class);

        assertThat(platform.servers.hello(new PluginRef("notes", "1.0.0-SNAPSHOT")))
                .isEqualTo("1.0.0-SNAPSHOT");
        assertThat(framework.plugins()).isEqualTo(1);
    }

    @Test
    void plugins_come_back_from_the_store_and_a_broken_one_stops_no_other() throws IOException {
        publish(PluginJar.hello("notes", "1.0.0"));
        publish(PluginJar.hello("memos", "1.0.0"));
        Tenant acme = platform.tenant("acme");
        platform.plugins.install(acme, "notes", null, null);
        platform.close();
        database.admin("UPDATE core.plugin_artifacts SET bytes = 'x' WHERE digest ="
                + " (SELECT digest FROM core.plugin_versions WHERE plugin_id = 'memos')");
        Files.deleteIfExists(folder.resolve("notes-1.0.0.jar"));

        platform = new TestPlatform(framework, database, folder.resolve("deploy"));

        assertThat(platform.servers.hello(NOTES)).isEqualTo("1.0.0");
        assertThat(platform.routes.find("notes", "acme").enabled()).isTrue();
        assertThat(platform.runtime.registry().problem(new PluginRef("memos", "1.0.0")))
                .hasValue("The file is no jar, whatever its name says");
    }

    private List<String> problems(ThrowingCallable call) {
        List<String> problems = new java.util.ArrayList<>();
        assertThatThrownBy(call).isInstanceOfSatisfying(PlexicaException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN_INVALID);
            e.errors().forEach(error -> problems.add(PluginCheck.inOneLine(error)));
        });
        return problems;
    }

    private PublicationOutcome publish(PluginJar jar) {
        return platform.publisher.publish(jar.in(folder), "upload");
    }
}
