package io.plexica.plugins.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.plugins.internal.settings.RegistrySettings;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.plugins.internal.testing.PluginJar;
import io.plexica.plugins.internal.testing.TestFramework;
import io.plexica.plugins.internal.testing.TestPlatform;
import io.plexica.plugins.internal.trust.ShippedPlugins;
import io.plexica.plugins.internal.ui.FramedPages;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tenants see of a version, and what only operators do. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class VersionViewTest {

    private static final Principal ANN = new Principal(UUID.randomUUID(), "ann@rvd.example", null, null, false);

    @TempDir
    Path folder;

    @Test
    void a_tenant_sees_neither_other_tenants_nor_who_published() {
        try (TestFramework framework = new TestFramework();
                RoomDatabase database = TestPlatform.newDatabase();
                TestPlatform platform = new TestPlatform(framework, database, folder.resolve("deploy"))) {
            StoredVersion own = publish(
                    platform,
                    PluginJar.hello("notes", "1.0.0").member("visibility", "{\"tenants\":[\"rva\",\"rvd\"]}"));
            StoredVersion open = publish(platform, PluginJar.hello("books", "1.0.0"));
            ExecutionContext operator = ExecutionContext.platform("t").as(Principal.SYSTEM, Grants.NONE);
            ExecutionContext tenant =
                    ExecutionContext.platform("t").as(ANN, Grants.NONE).inTenant(platform.tenants.add("rvd"));

            VersionView seen = VersionView.seen(
                    own, platform.runtime.registry(), framing(platform, ShippedPlugins.NOTHING), tenant);
            assertThat(seen.manifest()).containsEntry("visibility", Map.of("tenants", List.of("rvd")));
            assertThat(seen.manifest()).containsEntry("id", "notes").doesNotContainValue("rva");
            assertThat(seen.publishedBy()).isNull();
            assertThat(seen.sandboxed()).isTrue();
            assertThat(VersionView.seen(
                                    open,
                                    platform.runtime.registry(),
                                    framing(platform, ShippedPlugins.NOTHING),
                                    tenant)
                            .manifest())
                    .isEqualTo(open.raw());

            VersionView whole = VersionView.seen(
                    own, platform.runtime.registry(), framing(platform, new ShippedPlugins(folder)), operator);
            assertThat(whole.manifest()).isEqualTo(own.raw());
            assertThat(whole.publishedBy()).isEqualTo("system");
            assertThat(whole.sandboxed()).isFalse();
        }
    }

    private static FramedPages framing(TestPlatform platform, ShippedPlugins shipped) {
        return new FramedPages(platform.settings, new RegistrySettings(RegistrySettings.Values.DEFAULT, shipped));
    }

    private StoredVersion publish(TestPlatform platform, PluginJar jar) {
        return platform.publisher.publish(jar.in(folder), "upload").version();
    }
}
