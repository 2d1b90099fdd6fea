package io.plexica.itests.bench;

import io.plexica.itests.machine.FreePorts;
import io.plexica.itests.machine.TestFolders;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.PluginJar;
import io.plexica.itests.support.TestTenant;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Starts a platform and a bare server beside it, measures, prints a table. */
public final class Bench {

    private static final long LOOK_AGAIN_NANOS = 100_000_000;
    private static final int TRIES = 300;
    private static final String ECHO = """
            package {{package}};
            import io.plexica.api.rest.PlexicaResource;
            import io.plexica.api.security.*;
            import java.util.Map;
            import javax.ws.rs.*;
            import org.osgi.service.component.annotations.Component;
            @Component(service = Echo.class) @PlexicaResource @Path("/") @Produces("application/json")
            public class Echo {
                @GET @Path("guarded") @RequiresPermission("bench:things:read")
                public Map<String, String> guarded() { return Map.of("answer", "yes"); }
                @GET @Path("open") @PublicEndpoint
                public Map<String, String> open() { return Map.of("answer", "yes"); }
            }
            """;

    private final Platform platform;
    private final Path repository;
    private final List<String[]> rows = new ArrayList<>();

    private Bench(Platform platform, Path repository) {
        this.platform = platform;
        this.repository = repository;
    }

    /** Runs everything. */
    public static void main(String[] arguments) throws IOException {
        long begin = System.nanoTime();
        Path repository = TestFolders.create("repository");
        try (Platform platform = Platform.prepare()
                .with("PLEXICA_PLUGIN_REPOSITORIES", repository.toUri().toString())) {
            platform.up();
            double first = (System.nanoTime() - begin) / 1e6;
            Bench bench = new Bench(platform, repository);
            bench.rows.add(new String[] {
                "first up (Keycloak's own build in it)",
                Figures.of(List.of(first)).text("ms"),
                "",
                ""
            });
            bench.compare();
            bench.time();
            Table.print(List.of("what", "Plexica: median (middle half)", "bare", "ratio"), bench.rows);
        }
    }

    private void compare() throws IOException {
        PluginJar plugin = PluginJar.of("bench", "1.0.0")
                .permission("bench:things:read", "member")
                .source("Echo", ECHO);
        Path jar = plugin.build(TestFolders.create("bench"));
        TestTenant tenant = TestTenant.create(platform);
        Http admin = tenant.client(platform);
        platform.boss().upload(jar).expect(201);
        admin.post(tenant.plugin("bench") + "/install", Map.of()).expect(201);
        admin.post(tenant.plugin("crm") + "/install", Map.of()).expect(201);
        String contact = admin.post(
                        "/api/plugins/crm/contacts", Map.of("name", "Ada Lovelace", "email", "ada@example.org"))
                .expect(201)
                .at("/id");
        String schema = "tenant_" + tenant.slug().replace('-', '_') + "__crm";
        int port = FreePorts.free();
        Process bare = bareServer(port, schema, jar, plugin.packageName() + ".Echo");
        try {
            URI base = URI.create("http://127.0.0.1:" + port);
            untilAnswered(base.resolve("/api/plugins/bench/open"));
            compare("guarded read without a database", "/api/plugins/bench/guarded", base, tenant);
            compare("open read without a database (dispatch alone)", "/api/plugins/bench/open", base, null);
            compare("CRM contact by id", "/api/plugins/crm/contacts/" + contact, base, tenant);
            compare("CRM contacts, one page", "/api/plugins/crm/contacts", base, tenant);
        } finally {
            bare.destroy();
        }
    }

    private void compare(String name, String path, URI bare, @Nullable TestTenant tenant) {
        String token = tenant == null ? null : platform.token(tenant.admin());
        rows.add(Comparison.run(
                name, new Load(platform.url().resolve(path), token), new Load(bare.resolve(path), token)));
    }

    private void time() {
        Times times = new Times(platform);
        rows.add(new String[] {"provisioning a tenant", times.provisioning().text("ms"), "", ""});
        rows.add(new String[] {
            "jar dropped → first 200", times.dropToFirstAnswer().text("ms"), "", ""
        });
        rows.add(new String[] {
            "jar uploaded → first 200", times.uploadToFirstAnswer().text("ms"), "", ""
        });
        rows.add(new String[] {
            "mvn: coordinate → first 200", times.fetchToFirstAnswer(repository).text("ms"), "", ""
        });
        rows.add(new String[] {"up again, after down", times.start(3).text("ms"), "", ""});
    }

    private Process bareServer(int port, String schema, Path jar, String resource) throws IOException {
        String[] login = platform.database().login();
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xms128m",
                        "-Xmx1g",
                        "-XX:+UseG1GC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareServer.class.getName(),
                        Integer.toString(port),
                        login[0] + "?prepareThreshold=0&currentSchema=" + schema,
                        login[1],
                        login[2],
                        jar.toString(),
                        resource)
                .redirectErrorStream(true)
                .redirectOutput(TestFolders.create("bare").resolve("log").toFile())
                .start();
    }

    private static void untilAnswered(URI target) {
        for (int i = 0; i < TRIES; i++) {
            try {
                new Load(target, null).perSecond(1, 1);
                return;
            } catch (RuntimeException e) {
                LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            }
        }
        throw new IllegalStateException("the bare server does not answer at " + target);
    }
}
