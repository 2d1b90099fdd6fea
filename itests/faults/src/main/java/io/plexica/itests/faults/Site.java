package io.plexica.itests.faults;

import io.plexica.itests.faults.history.History;
import io.plexica.itests.machine.FreePorts;
import io.plexica.itests.machine.TestFolders;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.PluginJar;
import io.plexica.itests.support.TestTenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * Two nodes of the assembled distribution on one database and one of each other engine, with two tenants that use the same two
 * plugins. The first node brings the database along; the second one reaches it through a proxy, and both reach the rest so,
 * each through its own.
 */
public final class Site implements AutoCloseable {

    private final Engines engines = new Engines();
    private final History history = new History();
    private final Path folder;
    private final SiteNode one;
    private final PostgresEngine postgres;
    private final List<TestTenant> tenants;
    private final SiteNode two;

    /** Starts all but the second node, which is ready to be started. */
    public Site() {
        try {
            folder = TestFolders.create("faults").toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        one = node("one", 0, Platform.prepare(), Proxy.to(FreePorts.free()));
        start(one.platform());
        postgres = new PostgresEngine(one.platform());
        Proxy database = Proxy.to(postgres.port());
        Platform other = one.platform()
                .anotherNode()
                .with("PLEXICA_DB_URL", "jdbc:postgresql://127.0.0.1:" + database.port() + "/plexica");
        two = node("two", 1, other, database);
        for (PluginJar plugin : List.of(LedgerPlugin.jar(), EchoPlugin.jar())) {
            one.platform().boss().upload(plugin.build(folder)).expect(201);
        }
        tenants = List.of(inhabited(), inhabited());
    }

    private SiteNode node(String name, int number, Platform platform, Proxy database) {
        SiteNode.Ways ways = engines.ways(number, database);
        Map<String, String> settings = Map.of(
                "PLEXICA_ENCRYPTION_KEY", "a-key-for-all-nodes-of-this-site-0123456789",
                "PLEXICA_EVENTS_TIMEOUT", "8",
                "PLEXICA_EVENTS_BACKOFF", "100",
                "PLEXICA_EVENTS_PATIENCE", "45");
        Platform set = Engines.switched(platform, ways);
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            set = set.with(setting.getKey(), setting.getValue());
        }
        return new SiteNode(name, set, ways, this::superAdmin);
    }

    private void start(Platform first) {
        try {
            first.up();
            engines.untilUp();
        } catch (RuntimeException | AssertionError e) {
            first.close();
            engines.close();
            throw e;
        }
    }

    private String superAdmin() {
        return one.platform().token(one.platform().credentials().superAdmin());
    }

    private TestTenant inhabited() {
        TestTenant tenant = TestTenant.create(one.platform());
        for (String plugin : List.of(LedgerPlugin.ID, EchoPlugin.ID)) {
            tenant.client(one.platform())
                    .post(tenant.plugin(plugin) + "/install", Map.of())
                    .expect(201);
        }
        return tenant;
    }

    /** The node that brings the database along. */
    public SiteNode one() {
        return one;
    }

    /** The node that can be cut off from everything, and killed. */
    public SiteNode two() {
        return two;
    }

    public List<SiteNode> nodes() {
        return List.of(one, two);
    }

    /** The names of all nodes. */
    Set<String> everywhere() {
        return nodes().stream().map(SiteNode::name).collect(Collectors.toSet());
    }

    public List<TestTenant> tenants() {
        return tenants;
    }

    public RedisEngine redis() {
        return engines.redis();
    }

    public S3Engine s3() {
        return engines.s3();
    }

    public KafkaEngine kafka() {
        return engines.kafka();
    }

    public OpenSearchEngine search() {
        return engines.search();
    }

    public PostgresEngine postgres() {
        return postgres;
    }

    public History history() {
        return history;
    }

    /** Where handlers find what they wait for, and note that they began. */
    Path folder() {
        return folder;
    }

    /** Looks behind the platform. */
    Behind behind() {
        return new Behind(one.platform().database());
    }

    /** Waits as long as a slow machine may need, looking often. */
    static ConditionFactory soon() {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(120))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50));
    }

    /** Its logs stay. */
    @Override
    public void close() {
        try (engines;
                one;
                two) {
            keepLogs();
        }
    }

    private void keepLogs() {
        try {
            Path logs = Files.createDirectories(Path.of("target", "logs"));
            for (SiteNode node : nodes()) {
                Files.writeString(
                        logs.resolve(node + ".log"), node.platform().logs().everything());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
