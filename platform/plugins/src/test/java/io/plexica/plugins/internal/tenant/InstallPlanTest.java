package io.plexica.plugins.internal.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.manifest.ManifestReader;
import io.plexica.plugins.internal.manifest.ManifestResult;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.plugins.internal.store.VersionState;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InstallPlanTest {

    private static final Tenant ACME =
            new Tenant(UUID.randomUUID(), "acme", "Acme", TenantStatus.ACTIVE, "free", Instant.EPOCH);
    private static final ManifestReader READER = new ManifestReader();

    @Test
    void the_newest_release_is_taken_by_semantic_precedence() {
        assertThat(chosen(null, "1.2.0", "1.10.0", "1.9.0", "2.0.0-rc.1")).isEqualTo("1.10.0");
    }

    @Test
    void pre_releases_are_taken_only_when_named() {
        assertThat(chosen("2.0.0-rc.1", "1.2.0", "2.0.0-rc.1")).isEqualTo("2.0.0-rc.1");
        assertThatThrownBy(() -> chosen(null, "1.0.0-SNAPSHOT")).isInstanceOfSatisfying(PlexicaException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.VALIDATION_FAILED);
            assertThat(e.detail()).contains("pre-releases are taken only when named (1.0.0-SNAPSHOT)");
        });
    }

    @Test
    void an_unknown_plugin_or_version_is_not_found() {
        assertThatThrownBy(() -> chosen(null)).extracting("code").isEqualTo(ErrorCode.PLUGIN_NOT_FOUND);
        assertThatThrownBy(() -> chosen("3.0.0", "1.0.0"))
                .hasMessageContaining("There is no version 3.0.0 of crm; there is 1.0.0");
    }

    @Test
    void what_is_no_version_is_no_version_that_is_not_found() {
        for (String text : List.of("", " ", "1.0", "newest")) {
            assertThatThrownBy(() -> chosen(text, "1.0.0")).isInstanceOfSatisfying(PlexicaException.class, e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.VALIDATION_FAILED);
                assertThat(e.errors().get(0).pointer()).isEqualTo("/version");
            });
        }
    }

    @Test
    void a_plugin_made_for_another_tenant_is_not_there() {
        List<StoredVersion> versions = List.of(version("1.0.0", ",\"visibility\":{\"tenants\":[\"globex\"]}"));

        assertThatThrownBy(() -> InstallPlan.choose(ACME, "crm", null, versions))
                .extracting("code")
                .isEqualTo(ErrorCode.PLUGIN_NOT_FOUND);
    }

    @Test
    void an_available_version_comes_before_a_deprecated_one_and_others_are_given_to_nobody() {
        VersionState deprecated = VersionState.PUBLISHED.deprecated(null, null);
        StoredVersion one = version("1.0.0", "");
        StoredVersion two = version("2.0.0", "", deprecated);
        StoredVersion three = version("3.0.0", "", deprecated.retired());
        StoredVersion four = version("4.0.0", "", VersionState.PUBLISHED.quarantined("it leaks"));

        assertThat(InstallPlan.choose(ACME, "crm", null, List.of(one, two, three, four)))
                .isEqualTo(one);
        assertThat(InstallPlan.choose(ACME, "crm", null, List.of(two, three, four)))
                .isEqualTo(two);
        assertThat(InstallPlan.choose(ACME, "crm", "2.0.0", List.of(one, two))).isEqualTo(two);
        assertThatThrownBy(() -> InstallPlan.choose(ACME, "crm", "3.0.0", List.of(two, three)))
                .hasMessage("version-retired: crm@3.0.0 is retired; take 2.0.0");
        assertThatThrownBy(() -> InstallPlan.choose(ACME, "crm", "4.0.0", List.of(one, four)))
                .hasMessage("version-quarantined: crm@4.0.0 is stopped for everybody (it leaks); take 1.0.0");
        assertThatThrownBy(() -> InstallPlan.choose(ACME, "crm", null, List.of(three, four)))
                .hasMessageStartingWith("no-version: no version of crm is given to anybody any more (3.0.0, 4.0.0)");
    }

    private static String chosen(String wanted, String... versions) {
        List<StoredVersion> all =
                List.of(versions).stream().map(version -> version(version, "")).toList();
        return InstallPlan.choose(ACME, "crm", wanted, all).ref().version();
    }

    private static StoredVersion version(String version, String more) {
        return version(version, more, VersionState.PUBLISHED);
    }

    private static StoredVersion version(String version, String more, VersionState state) {
        ManifestResult read =
                READER.read(("{\"id\":\"crm\",\"name\":\"CRM\",\"version\":\"" + version + "\"" + more + "}")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(read.problems()).isEmpty();
        return new StoredVersion(
                read.manifest(), read.raw(), "crm", version, state, "00", 1, "00", "shell", null, Instant.EPOCH, "me");
    }
}
