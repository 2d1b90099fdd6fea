package io.plexica.plugins.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.plugins.internal.testing.PluginJar;
import io.plexica.plugins.internal.testing.TestFramework;
import io.plexica.plugins.internal.testing.TestPlatform;
import io.plexica.spi.plugins.PluginCalls;
import io.plexica.spi.plugins.PluginRef;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HarmWatchTest {

    private static final PluginRef NOTES = new PluginRef("notes", "1.0.0");
    private static TestFramework framework;

    @TempDir
    Path folder;

    private final Map<PluginRef, String> quarantined = new ConcurrentHashMap<>();
    private final HangingCalls calls = new HangingCalls();
    private RoomDatabase database;
    private TestPlatform platform;
    private HarmWatch watch;

    @BeforeAll
    static void startFramework() {
        framework = new TestFramework();
    }

    @AfterAll
    static void stopFramework() {
        framework.close();
    }

    @BeforeEach
    void start() {
        database = TestPlatform.newDatabase();
        platform = new TestPlatform(framework, database, folder.resolve("deploy"));
        platform.publisher.publish(PluginJar.hello("notes", "1.0.0").in(folder), "upload");
        platform.publisher.publish(PluginJar.hello("other", "1.0.0").in(folder), "upload");
        watch = new HarmWatch(platform.runtime, platform.settings, calls, quarantined::put);
    }

    @AfterEach
    void stop() {
        platform.close();
        database.close();
    }

    @Test
    void a_plugin_with_too_many_threads_that_hang_is_quarantined_alone() {
        calls.hung = 20;
        watch.look();
        assertThat(quarantined).isEmpty();
        assertThat(watch.hungThreads(NOTES)).isEqualTo(20);

        calls.hung = 21;
        watch.look();

        assertThat(quarantined).containsOnlyKeys(NOTES);
        assertThat(quarantined.get(NOTES)).contains("21 of its threads");
    }

    @Test
    void a_plugin_that_leaks_three_times_in_a_row_is_quarantined_once() {
        LeakWatch leaks = platform.runtime.leakWatch();
        leaks.leaked("notes");
        leaks.leaked("notes");
        watch.look();
        assertThat(quarantined).isEmpty();
        leaks.leaked("notes");

        watch.look();

        assertThat(quarantined).containsOnlyKeys(NOTES);
        assertThat(quarantined.get(NOTES)).contains("after 3 stops");
        quarantined.clear();
        watch.look();
        assertThat(quarantined).isEmpty();
    }

    /** Calls of the notes, of which some threads hang. */
    private static final class HangingCalls implements PluginCalls {

        private int hung;

        @Override
        public Counts counts(PluginRef plugin, @Nullable String tenantSlug) {
            return new Counts(0, 0);
        }

        @Override
        public Figures figures(PluginRef plugin) {
            int threads = plugin.equals(NOTES) ? hung : 0;
            return new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0, BreakerState.CLOSED, threads);
        }

        @Override
        public Map<String, Figures> byTenant(PluginRef plugin) {
            return Map.of();
        }
    }
}
