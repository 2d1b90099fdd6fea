package io.plexica.plugins.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.rest.PageQuery;
import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.plugins.internal.rest.Catalogue.CatalogueQuery;
import io.plexica.plugins.internal.testing.PluginJar;
import io.plexica.plugins.internal.testing.TestFramework;
import io.plexica.plugins.internal.testing.TestPlatform;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.web.IfMatch;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which plugins a list holds. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CatalogueTest {

    @TempDir
    Path folder;

    @Test
    void a_plugin_is_found_by_the_status_of_any_of_its_versions() {
        try (TestFramework framework = new TestFramework();
                RoomDatabase database = TestPlatform.newDatabase();
                TestPlatform platform = new TestPlatform(framework, database, folder.resolve("deploy"))) {
            publish(platform, PluginJar.hello("notes", "1.0.0"));
            publish(platform, PluginJar.hello("notes", "1.1.0"));
            publish(platform, PluginJar.hello("books", "1.0.0"));
            platform.lifecycle.retire(new PluginRef("notes", "1.0.0"), IfMatch.ANY);
            Catalogue catalogue = new Catalogue(platform.runtime, platform.installations, platform.plugins);

            assertThat(ids(catalogue, "RETIRED")).containsExactly("notes");
            assertThat(ids(catalogue, "AVAILABLE")).containsExactly("books", "notes");
            assertThat(ids(catalogue, "QUARANTINED")).isEmpty();
            assertThat(ids(catalogue, null)).containsExactly("books", "notes");
        }
    }

    private void publish(TestPlatform platform, PluginJar jar) {
        platform.publisher.publish(jar.in(folder), "upload");
    }

    private static List<String> ids(Catalogue catalogue, @Nullable String status) {
        return catalogue.list(null, CatalogueQuery.of(null, null, status), new PageQuery()).items().stream()
                .map(PluginView::id)
                .toList();
    }
}
