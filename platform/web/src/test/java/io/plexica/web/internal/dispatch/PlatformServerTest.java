package io.plexica.web.internal.dispatch;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.PublicEndpoint;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.web.internal.metrics.CallMeters;
import io.plexica.web.internal.server.ApiServer;
import io.plexica.web.internal.server.ServerFactory;
import io.plexica.web.internal.support.FakeRooms;
import io.plexica.web.internal.support.Site;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.ws.rs.GET;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.launch.Framework;

class PlatformServerTest {

    @TempDir
    private Path storage;

    private final ServerFactory factory = new ServerFactory(new FakeRooms(), new CallMeters(), Site.WHOLE);
    private Framework framework;
    private PlatformServer platform;

    @javax.ws.rs.Path("first")
    @PublicEndpoint
    public static class First {
        @GET
        public void get() {}
    }

    @javax.ws.rs.Path("second")
    @PublicEndpoint
    public static class Second {
        @GET
        public void get() {}
    }

    @javax.ws.rs.Path("unguarded")
    public static class Unguarded {
        @GET
        public void get() {}
    }

    @BeforeEach
    void open() throws Exception {
        framework = new FrameworkFactory()
                .newFramework(Map.of("org.osgi.framework.storage", storage.toString(), "felix.log.level", "0"));
        framework.start();
        platform = new PlatformServer(framework.getBundleContext(), factory);
    }

    @AfterEach
    void close() throws Exception {
        platform.close();
        framework.stop();
        framework.waitForStop(10_000);
        factory.close();
    }

    @Test
    void resources_are_served_as_they_come_and_go() {
        assertThat(platform.current()).isNull();
        register(framework.getBundleContext(), new First());
        awaitPaths("/api/v1/first");
        ServiceRegistration<?> second = register(framework.getBundleContext(), new Second());
        awaitPaths("/api/v1/first", "/api/v1/second");
        second.unregister();
        awaitPaths("/api/v1/first");
    }

    @Test
    void a_resource_without_guards_is_left_out_and_keeps_nobody_away() {
        register(framework.getBundleContext(), new Unguarded());
        register(framework.getBundleContext(), new First());
        awaitPaths("/api/v1/first");
    }

    @Test
    void a_plugins_resources_are_no_business_of_the_platforms_server() throws Exception {
        Bundle plugin = framework
                .getBundleContext()
                .installBundle(new PluginRef("crm", "1.0.0").location("abc"), emptyBundle());
        plugin.start();
        register(plugin.getBundleContext(), new Second());
        register(framework.getBundleContext(), new First());
        awaitPaths("/api/v1/first");
    }

    @Test
    void the_server_before_is_closed_once_its_calls_have_ended() {
        register(framework.getBundleContext(), new First());
        awaitPaths("/api/v1/first");
        ApiServer before = platform.current();
        register(framework.getBundleContext(), new Second());
        awaitPaths("/api/v1/first", "/api/v1/second");
        await().atMost(10, SECONDS).until(() -> !before.enter());
    }

    private void awaitPaths(String... paths) {
        await().atMost(10, SECONDS).untilAsserted(() -> {
            ApiServer server = platform.current();
            assertThat(server).isNotNull();
            assertThat(server.description().paths().fieldNames()).toIterable().containsExactlyInAnyOrder(paths);
        });
    }

    private static ServiceRegistration<?> register(BundleContext context, Object resource) {
        Hashtable<String, Object> properties = new Hashtable<>(Map.of(PlexicaResource.PROPERTY, true));
        return context.registerService(resource.getClass().getName(), resource, properties);
    }

    private static InputStream emptyBundle() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", "crm");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new JarOutputStream(bytes, manifest).close();
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
