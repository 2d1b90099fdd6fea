package io.plexica.plugins.internal.deploy;

import static org.awaitility.Awaitility.await;

import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.plugins.internal.settings.DefaultPlugins;
import io.plexica.plugins.internal.settings.PluginsSettings;
import io.plexica.plugins.internal.testing.PluginJar;
import io.plexica.plugins.internal.testing.TestFramework;
import io.plexica.plugins.internal.testing.TestPlatform;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A node that watches a folder. */
abstract class DeployCase {

    static final PluginRef ONE = new PluginRef("notes", "1.0.0");
    static final PluginRef TWO = new PluginRef("notes", "1.1.0");
    static TestFramework framework;

    @TempDir
    Path folder;

    Path deploy;
    RoomDatabase database;
    TestPlatform platform;
    /** The files that cannot be taken, and why. */
    final Map<String, Exception> failing = new ConcurrentHashMap<>();

    private final Set<String> tenants = new HashSet<>();
    private DeployFolder watcher;

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
        deploy = folder.resolve("deploy");
        database = TestPlatform.newDatabase();
        start(false);
    }

    @AfterEach
    void stopPlatform() {
        stop();
        database.close();
    }

    final void start(boolean dev) {
        platform = new TestPlatform(framework, database, deploy);
        tenants.forEach(platform.tenants::add);
        PluginsSettings settings = new PluginsSettings(
                deploy,
                Duration.ofMillis(50),
                dev,
                platform.settings.startTimeout(),
                platform.settings.hookTimeout(),
                platform.settings.drainTimeout(),
                DefaultPlugins.of(""),
                Set.of());
        OrdinaryBundles bundles = new OrdinaryBundles(framework.context(), settings);
        watcher = new DeployFolder(
                settings, new DeployOffers(platform.publisher, platform.withdrawal, platform.withdrawn, bundles) {
                    @Override
                    void offer(DroppedFile file, DeployFolderState memory) throws IOException {
                        Exception failure = failing.get(file.name());
                        if (failure instanceof IOException known) {
                            throw known;
                        }
                        if (failure instanceof RuntimeException known) {
                            throw known;
                        }
                        super.offer(file, memory);
                    }
                });
        await().until(() -> Files.isDirectory(deploy));
    }

    /** A tenant that is there also after a restart. */
    final Tenant tenant(String slug) {
        tenants.add(slug);
        return platform.tenant(slug);
    }

    /** As a node that goes down. */
    final void stop() {
        watcher.close();
        platform.close();
    }

    final boolean isPublished(PluginRef version) {
        return database.query("SELECT plugin_id || ' ' || version FROM core.plugin_versions")
                .contains(version.id() + " " + version.version());
    }

    /** Whether these files, and no others, have done what they were dropped for. */
    final boolean haveBrought(String... names) throws IOException {
        return DeployFolderState.of(deploy).names().equals(List.of(names));
    }

    final List<String> published() {
        return database.query("SELECT action FROM core.audit_log WHERE action = 'core.plugin.published'");
    }

    /** As an operator should: copied under another name, then renamed. */
    final void drop(PluginJar jar, String name) throws IOException {
        Path copy = jar.to(deploy.resolve(name + ".tmp"));
        Files.move(copy, deploy.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    final Path note(String name) {
        return deploy.resolve(name + ".refused.txt");
    }
}
