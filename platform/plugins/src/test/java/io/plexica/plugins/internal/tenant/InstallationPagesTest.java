package io.plexica.plugins.internal.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.PageQuery;
import io.plexica.plugins.internal.rest.Catalogue;
import io.plexica.plugins.internal.rest.InstallationsResource;
import io.plexica.plugins.internal.rest.TenantInstallationView;
import io.plexica.plugins.internal.store.InstallationPages;
import io.plexica.plugins.internal.testing.PluginJar;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.tenancy.Tenant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Which tenants have a plugin, and how many plugins tenants have. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class InstallationPagesTest extends PlatformCase {

    private InstallationPages pages;
    private InstallationsResource resource;
    private Tenant globex;
    private Tenant initech;

    @BeforeEach
    void installInSome() {
        pages = new InstallationPages(platform.database, new SchemaReady() {});
        Catalogue catalogue = new Catalogue(platform.runtime, platform.installations, platform.plugins);
        resource = new InstallationsResource(catalogue, pages, platform.tenants);
        globex = platform.tenant("globex");
        initech = platform.tenant("initech");
        publish(PluginJar.hello("notes", "1.0.0"));
        publish(PluginJar.hello("books", "1.0.0"));
        platform.plugins.install(acme, "notes", null, null);
        platform.plugins.install(globex, "notes", null, null);
        platform.plugins.install(globex, "books", null, null);
        platform.plugins.install(initech, "notes", null, null);
        publish(PluginJar.hello("notes", "1.1.0"));
        platform.plugins.upgrade(globex, "notes", "1.1.0");
        platform.plugins.disable(globex, "notes");
        platform.plugins.uninstall(initech, "notes", false);
    }

    @Test
    void those_that_have_it_are_told_with_version_and_status() {
        assertThat(list(null, null, new PageQuery())).containsExactly("acme 1.0.0 INSTALLED", "globex 1.1.0 DISABLED");
        assertThat(list("DISABLED", null, new PageQuery())).containsExactly("globex 1.1.0 DISABLED");
        assertThat(list(null, "1.0.0", new PageQuery())).containsExactly("acme 1.0.0 INSTALLED");
        assertThat(list("UNINSTALLED", null, new PageQuery())).containsExactly("initech 1.0.0 UNINSTALLED");
        database.admin("UPDATE core.installations SET status = 'FAILED' WHERE tenant_slug = 'initech'");
        assertThat(list("FAILED", null, new PageQuery())).containsExactly("initech 1.0.0 FAILED");
        assertThat(list(null, null, new PageQuery(null, null, "-version", null)))
                .containsExactly("globex 1.1.0 DISABLED", "acme 1.0.0 INSTALLED");
        assertThat(list(null, null, new PageQuery(null, null, null, "LOBE"))).containsExactly("globex 1.1.0 DISABLED");
        assertThat(list(null, null, new PageQuery("1", "1", null, null))).containsExactly("globex 1.1.0 DISABLED");
        assertThat(resource.list("notes", null, null, new PageQuery("7", "1", null, null))
                        .total())
                .isEqualTo(2);
    }

    @Test
    void whoever_names_a_tenant_is_told_of_that_one() {
        try (Contexts.Scope scope = Contexts.open(Contexts.require().inTenant(globex))) {
            assertThat(list(null, null, new PageQuery())).containsExactly("globex 1.1.0 DISABLED");
        }
    }

    @Test
    void what_makes_no_sense_is_refused() {
        assertThatThrownBy(() -> list("GONE", null, new PageQuery()))
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        e -> assertThat(e.errors())
                                .extracting(FieldError::pointer)
                                .containsExactly("/status"));
        assertThatThrownBy(() -> list(null, null, new PageQuery("x", null, "reason", null)))
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        e -> assertThat(e.errors())
                                .extracting(FieldError::pointer)
                                .containsExactly("/page", "/sort"));
        assertThatThrownBy(() -> resource.list("nothing", null, null, new PageQuery()))
                .extracting("code")
                .isEqualTo(ErrorCode.PLUGIN_NOT_FOUND);
    }

    @Test
    void plugins_of_many_tenants_are_counted_at_once() {
        assertThat(pages.counts(List.of("acme", "globex", "initech", "nobody")))
                .isEqualTo(Map.of("acme", 1L, "globex", 2L));
        assertThat(pages.counts(List.of())).isEmpty();
    }

    private List<String> list(@Nullable String status, @Nullable String version, PageQuery paging) {
        return resource.list("notes", status, version, paging).items().stream()
                .map(InstallationPagesTest::text)
                .toList();
    }

    private static String text(TenantInstallationView view) {
        return view.tenant() + " " + view.version() + " " + view.status();
    }
}
