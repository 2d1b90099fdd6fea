package io.plexica.plugins.internal.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plexica.api.problem.PlexicaException;
import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.plugins.internal.check.PluginCheck;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test of what the platform has plugins do, with plugins that it makes up and a tenant that has them. */
public abstract class HostedTest {

    protected static final Duration LIMIT = Duration.ofSeconds(10);

    private static TestFramework framework;

    @TempDir
    protected Path folder;

    protected TestPlatform platform;
    protected Tenant acme;
    private RoomDatabase database;

    @BeforeAll
    static void startFramework() {
        framework = new TestFramework();
    }

    @AfterAll
    static void stopFramework() {
        framework.close();
    }

    @BeforeEach
    final void startPlatform() {
        database = TestPlatform.newDatabase();
        platform = new TestPlatform(framework, database, folder.resolve("deploy"));
        acme = platform.tenant("acme");
    }

    @AfterEach
    final void stopPlatform() {
        platform.close();
        database.close();
    }

    /** Does something in a tenant. */
    protected static <T> T in(Tenant tenant, Callable<T> work) throws Exception {
        try (Contexts.Scope scope = Contexts.open(Contexts.require().inTenant(tenant))) {
            return work.call();
        }
    }

    protected final Path publish(PluginJar jar) {
        Path file = jar.in(folder);
        platform.publisher.publish(file, "upload");
        return file;
    }

    /** Publishes a plugin, which acme has from then on. */
    protected final void install(PluginJar jar) {
        Path file = publish(jar);
        platform.plugins.install(acme, file.getFileName().toString().replaceFirst("-\\d.*", ""), null, null);
    }

    protected final void assertRefused(PluginJar jar, String why) {
        assertThatThrownBy(() -> publish(jar))
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        e -> assertThat(PluginCheck.inWords(e)).contains(why));
    }

    /** The class loader of a version that runs. */
    protected final ClassLoader loader(PluginRef ref) {
        return platform.runtime.registry().running(ref).orElseThrow().hosted().loader();
    }

    /** Takes a version that acme has off the platform; nothing may hold its classes then. */
    protected final void assertNothingHolds(PluginRef ref) {
        WeakReference<ClassLoader> loader = new WeakReference<>(loader(ref));
        platform.plugins.uninstall(acme, ref.id(), true);
        platform.withdrawal.byHand(ref);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            System.gc();
            assertThat(loader.get()).isNull();
        });
    }
}
