package io.plexica.web.internal.dispatch;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.web.PluginServers.PluginServer;
import io.plexica.web.internal.support.Site;
import io.plexica.web.internal.support.leaky.Leaky;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A plugin's classes are gone when its server is closed, whatever its server had to do with them. */
class ClassLoadersTest {

    private static final int CYCLES = 12;

    @Test
    void no_class_loader_outlives_its_server() throws Exception {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        try (Site site = new Site()) {
            site.rooms.user(site.rooms.tenant("acme", TenantStatus.ACTIVE), "ann", "admin", "*");
            for (int i = 0; i < CYCLES; i++) {
                loaders.add(cycle(site, new PluginRef("leaky", "1." + i + ".0")));
            }
            assertGone(loaders);
        }
    }

    @Test
    void no_class_loader_outlives_its_refusal() throws Exception {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        try (Site site = new Site()) {
            for (int i = 0; i < CYCLES; i++) {
                Own loader = new Own();
                Class<?> type = loader.loadClass(Leaky.class.getName());
                assertThat(site.plugins.check("leaky", List.of(type, type))).isNotEmpty();
                loaders.add(new WeakReference<>(loader));
            }
            assertGone(loaders);
        }
    }

    private static void assertGone(List<WeakReference<ClassLoader>> loaders) {
        await().atMost(30, SECONDS).untilAsserted(() -> {
            System.gc();
            assertThat(loaders).filteredOn(loader -> loader.get() != null).isEmpty();
        });
    }

    private static WeakReference<ClassLoader> cycle(Site site, PluginRef plugin) throws Exception {
        Own loader = new Own();
        Object resource =
                loader.loadClass(Leaky.class.getName()).getConstructor().newInstance();
        Object filter = loader.loadClass(Leaky.class.getName() + "$Filter")
                .getConstructor()
                .newInstance();
        assertThat(site.plugins.check(plugin.id(), List.of(resource.getClass(), filter.getClass())))
                .isEmpty();
        PluginServer server = site.plugins.serve(plugin, "Leaky", List.of(resource, filter), loader);
        site.rooms.install("acme", plugin, true);
        use(site);
        assertThat(server.drainAndClose(Duration.ofSeconds(10))).isTrue();
        return new WeakReference<>(loader);
    }

    private static void use(Site site) throws Exception {
        String base = "/api/plugins/leaky/things";
        String body = "{\"name\":\"a\",\"parts\":[{\"size\":1}],\"at\":\"2026-11-20T10:00:00Z\"}";
        assertThat(site.http.post(base, body).as("ann").send().text()).contains("\"size\":1");
        assertThat(site.http.post(base, "{\"x\":1}").as("ann").send().code()).isEqualTo("400 validation-failed");
        assertThat(site.http
                        .post(base, body.replace("\"a\"", "\"\""))
                        .as("ann")
                        .send()
                        .code())
                .isEqualTo("400 validation-failed");
        assertThat(site.http.get(base + "/fail").as("ann").send().code()).isEqualTo("500 plugin-error");
        assertThat(site.http.get(base + "/later").as("ann").send().text()).contains("\"size\":2");
        assertThat(site.http.get(base + "/never").as("ann").send().code()).isEqualTo("504 plugin-timeout");
        assertThat(site.http.get(base + "/one?kind=SMALL").as("ann").send().text())
                .contains("/things/one");
        assertThat(site.http.get(base + "/unwritable").as("ann").send().code()).isEqualTo("500 plugin-error");
        assertThat(site.http.get("/api/openapi.json").as("ann").send().text()).contains("leaky.Thing");
    }

    /** Loads the plugin's classes anew; everything else is the platform's. */
    private static final class Own extends URLClassLoader {

        private static final String PACKAGE = Leaky.class.getPackageName();

        Own() {
            super(
                    new URL[] {Leaky.class.getProtectionDomain().getCodeSource().getLocation()},
                    Own.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(PACKAGE)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }
    }
}
