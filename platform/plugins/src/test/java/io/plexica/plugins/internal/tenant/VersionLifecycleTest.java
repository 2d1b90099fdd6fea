package io.plexica.plugins.internal.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.plan.InstallationRequest;
import io.plexica.plugins.internal.preview.Preview;
import io.plexica.plugins.internal.publish.PublicationOutcome;
import io.plexica.plugins.internal.runtime.Quarantine;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.plugins.internal.store.VersionStatus;
import io.plexica.plugins.internal.testing.PluginJar;
import io.plexica.plugins.internal.testing.TestFramework;
import io.plexica.plugins.internal.testing.TestPlatform;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.web.IfMatch;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VersionLifecycleTest extends PlatformCase {

    private static final PluginRef ONE = new PluginRef("notes", "1.0.0");
    private static final PluginRef TWO = new PluginRef("notes", "2.0.0");

    @Test
    void a_deprecated_version_is_taken_only_where_there_is_no_other_and_warns() {
        publish(PluginJar.hello("notes", "1.0.0"));
        publish(PluginJar.hello("notes", "2.0.0"));
        StoredVersion two = platform.lifecycle.deprecate(TWO, "1.0.0", LocalDate.of(2099, 1, 31), IfMatch.ANY);

        assertThat(two.status()).isEqualTo(VersionStatus.DEPRECATED);
        assertThat(platform.plugins.install(acme, "notes", null, null).plugin()).isEqualTo(ONE);
        assertThat(platform.plugins.warnings(platform.plugins.get(acme, "notes")))
                .isEmpty();
        assertThat(platform.routes.find("notes", "globex").plugin()).isEqualTo(ONE);

        platform.lifecycle.deprecate(ONE, null, null, IfMatch.ANY);
        assertThat(platform.plugins.upgrade(acme, "notes", null).plugin()).isEqualTo(TWO);
        assertThat(platform.plugins.warnings(platform.plugins.get(acme, "notes")))
                .containsExactly("notes 2.0.0 is deprecated; take 1.0.0 instead; its end of life is 2099-01-31");
    }

    @Test
    void who_is_on_a_pre_release_stays_there_while_there_is_no_release() {
        publish(PluginJar.hello("notes", "1.1.0-rc.1").header("Bundle-Version", "1.1.0.rc_1"));
        PluginRef candidate = new PluginRef("notes", "1.1.0-rc.1");
        platform.plugins.install(acme, "notes", "1.1.0-rc.1", null);

        assertThat(platform.plugins.upgrade(acme, "notes", null).plugin()).isEqualTo(candidate);
        publish(PluginJar.hello("notes", "1.0.0"));
        assertThat(platform.plugins.upgrade(acme, "notes", null).plugin()).isEqualTo(candidate);
        publish(PluginJar.hello("notes", "2.0.0"));
        assertThat(platform.plugins.upgrade(acme, "notes", null).plugin()).isEqualTo(TWO);
    }

    @Test
    void whoever_names_no_version_gets_one_that_runs_on_this_platform() {
        publish(PluginJar.hello("notes", "1.0.0"));
        publish(PluginJar.hello("notes", "2.0.0"));
        platform.close();
        database.admin("UPDATE core.plugin_versions SET manifest = manifest || '{\"platform\": \"[99,100)\"}'"
                + " WHERE version = '2.0.0'");
        platform = new TestPlatform(framework(), database, folder.resolve("deploy"));
        acme = platform.tenants.add("acme");

        assertThat(platform.plugins.install(acme, "notes", null, null).plugin()).isEqualTo(ONE);
    }

    @Test
    void whoever_looks_first_hears_that_a_version_is_deprecated() {
        publish(PluginJar.hello("notes", "1.0.0"));
        InstallationRequest wish = platform.plugins.toInstall(acme, "notes", null, null);
        assertThat(platform.plugins.preview(acme, wish).warnings()).isEmpty();

        publish(PluginJar.empty("letters", "1.0.0"));
        platform.lifecycle.deprecate(ONE, "letters", null, IfMatch.ANY);

        Preview preview = platform.plugins.preview(acme, platform.plugins.toInstall(acme, "notes", null, null));
        assertThat(preview.warnings()).containsExactly("notes 1.0.0 is deprecated; take letters instead");
        assertThat(preview.problems()).isEmpty();
    }

    @Test
    void what_is_advised_instead_is_there_and_the_last_day_lies_ahead() {
        publish(PluginJar.hello("notes", "1.0.0"));
        LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);

        for (String missing : List.of("2.0.0", "1.0.0", "notes", "nope", "nope@1.0.0", "notes@1.0.0", "notes@2.0.0")) {
            assertThatThrownBy(() -> platform.lifecycle.deprecate(ONE, missing, yesterday, IfMatch.ANY))
                    .isInstanceOfSatisfying(PlexicaException.class, e -> {
                        assertThat(e.code()).isEqualTo(ErrorCode.VALIDATION_FAILED);
                        assertThat(e.errors())
                                .extracting(FieldError::pointer)
                                .containsExactly("/replacement", "/endOfLife");
                    });
        }
        assertThat(platform.lifecycle
                        .deprecate(ONE, null, yesterday.plusDays(1), IfMatch.ANY)
                        .status())
                .isEqualTo(VersionStatus.DEPRECATED);
    }

    @Test
    void a_retired_version_stays_with_those_who_have_it() {
        Tenant globex = platform.tenant("globex");
        publish(PluginJar.hello("notes", "1.0.0"));
        platform.plugins.install(acme, "notes", null, null);

        platform.lifecycle.retire(ONE, IfMatch.ANY);

        assertThat(hello("acme")).isEqualTo("1.0.0");
        platform.plugins.disable(acme, "notes");
        assertThat(platform.plugins.enable(acme, "notes").enabled()).isTrue();
        assertThatThrownBy(() -> platform.plugins.install(globex, "notes", "1.0.0", null))
                .hasMessage("version-retired: notes@1.0.0 is retired; a super admin can release it");
        assertThatThrownBy(() -> platform.plugins.install(globex, "notes", null, null))
                .hasMessageStartingWith("no-version: ");
        assertThat(platform.routes.find("notes", "globex")).isNull();
        assertThat(platform.lifecycle.release(ONE, IfMatch.ANY).status()).isEqualTo(VersionStatus.AVAILABLE);
        assertThat(platform.plugins.install(globex, "notes", null, null).enabled())
                .isTrue();
    }

    @Test
    void a_quarantined_version_is_stopped_for_all_until_it_is_released() {
        publish(PluginJar.hello("notes", "1.0.0"));
        platform.plugins.install(acme, "notes", null, null);

        platform.lifecycle.quarantine(ONE, "it leaks", IfMatch.ANY);

        assertThat(platform.currentRoutes.stopped(ONE)).isEqualTo("it leaks");
        await().untilAsserted(() -> assertThat(platform.servers.hello(ONE)).isNull());
        assertThatThrownBy(() -> platform.plugins.upgrade(acme, "notes", "1.0.0"))
                .hasMessageStartingWith("version-quarantined: ")
                .hasMessageContaining("it leaks");
        platform.plugins.disable(acme, "notes");
        assertThatThrownBy(() -> platform.plugins.enable(acme, "notes"))
                .isInstanceOfSatisfying(PlexicaException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN_UNAVAILABLE);
                    assertThat(e.detail()).contains("is stopped for everybody: it leaks");
                });

        assertThat(platform.lifecycle.release(ONE, IfMatch.ANY).status()).isEqualTo(VersionStatus.AVAILABLE);
        assertThat(platform.currentRoutes.stopped(ONE)).isNull();
        assertThat(platform.servers.hello(ONE)).isEqualTo("1.0.0");
        assertThat(platform.plugins.enable(acme, "notes").enabled()).isTrue();
        assertThat(rows()).containsExactly("core.plugin.quarantined SUCCESS", "core.plugin.released SUCCESS");
    }

    @Test
    void a_quarantine_outlives_a_restart_and_the_same_bytes_again() {
        publish(PluginJar.hello("notes", "1.0.0"));
        platform.lifecycle.deprecate(ONE, null, null, IfMatch.ANY);
        Quarantine quarantine = platform.lifecycle;
        quarantine.quarantine(ONE, "hangs");
        quarantine.quarantine(ONE, "hangs again");
        platform.close();

        platform = new TestPlatform(framework(), database, folder.resolve("deploy"));

        assertThat(platform.servers.hello(ONE)).isNull();
        PublicationOutcome again =
                platform.publisher.publish(PluginJar.hello("notes", "1.0.0").in(folder), "upload");
        assertThat(again.changed()).isFalse();
        assertThat(platform.servers.hello(ONE)).isNull();
        assertThat(platform.lifecycle.release(ONE, IfMatch.ANY).status()).isEqualTo(VersionStatus.DEPRECATED);
        assertThat(platform.servers.hello(ONE)).isEqualTo("1.0.0");
    }

    @Test
    void other_bytes_of_a_snapshot_get_another_chance() {
        PluginRef snapshot = new PluginRef("notes", "1.0.0-SNAPSHOT");
        publish(PluginJar.hello("notes", "1.0.0-SNAPSHOT"));
        platform.lifecycle.quarantine(snapshot, null, IfMatch.ANY);

        publish(PluginJar.hello("notes", "1.0.0-SNAPSHOT").entry("better.txt", "yes"));

        assertThat(platform.servers.hello(snapshot)).isEqualTo("1.0.0-SNAPSHOT");
        assertThat(platform.currentRoutes.stopped(snapshot)).isNull();
    }

    @Test
    void a_change_heeds_what_its_maker_read_and_says_what_is_wrong() {
        publish(PluginJar.hello("notes", "1.0.0"));
        long read = platform.lifecycle.retire(ONE, IfMatch.ANY).state().revision();
        platform.lifecycle.release(ONE, IfMatch.of(IfMatch.tag(read)));

        assertThatThrownBy(() -> platform.lifecycle.release(ONE, IfMatch.of(IfMatch.tag(read))))
                .extracting("code")
                .isEqualTo(ErrorCode.PRECONDITION_FAILED);
        assertThatThrownBy(() -> platform.lifecycle.retire(TWO, IfMatch.ANY))
                .extracting("code")
                .isEqualTo(ErrorCode.PLUGIN_NOT_FOUND);
    }

    @Test
    void the_states_hold_on_every_node() {
        publish(PluginJar.hello("notes", "1.0.0"));
        try (TestFramework thereFramework = new TestFramework();
                TestPlatform there = new TestPlatform(thereFramework, database, folder.resolve("there"))) {
            platform.lifecycle.quarantine(ONE, "x", IfMatch.ANY);
            await().atMost(Duration.ofSeconds(10)).until(() -> there.servers.hello(ONE) == null);
            assertThat(there.currentRoutes.stopped(ONE)).isEqualTo("x");

            platform.lifecycle.release(ONE, IfMatch.ANY);
            await().atMost(Duration.ofSeconds(10)).until(() -> "1.0.0".equals(there.servers.hello(ONE)));
            assertThat(there.currentRoutes.stopped(ONE)).isNull();
        }
    }

    private List<String> rows() {
        return database.query("SELECT action || ' ' || outcome FROM core.audit_log WHERE tenant_slug IS NULL"
                + " AND action <> 'core.plugin.published' ORDER BY at");
    }
}
