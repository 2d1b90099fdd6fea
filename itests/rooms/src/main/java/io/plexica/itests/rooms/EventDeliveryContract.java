package io.plexica.itests.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.RoomMigrations;
import io.plexica.spi.plugins.PluginRef;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for events between their commit and their handlers, whatever carries them. */
public abstract class EventDeliveryContract {

    private static final PluginRef CRM = new PluginRef("crm", "1.0.0");
    private static final String[] KINDS = {"crm.contact.created", "crm.contact.updated"};
    private static final String PUBLISH =
            "SELECT core.publish_event(?, ?, jsonb_build_object('n', ?::integer), NULL, NULL, 'trace-1')";

    private final List<AutoCloseable> nodes = new ArrayList<>();

    protected RoomDatabase server;
    protected FakePlugins plugins;
    protected FewTenants tenants;

    /** The tables of the rooms that take part. */
    protected abstract RoomMigrations[] tables();

    /**
     * A node that relays and delivers, with two attempts for a delivery and next to no time between them. It leaves off at
     * once when it is closed.
     */
    protected abstract AutoCloseable start(FaultyDatabase database);

    @BeforeEach
    void furnish() {
        server = RoomDatabase.with(tables());
        plugins = new FakePlugins(server.database());
        tenants = new FewTenants("acme", "globex");
        tenants.all().forEach(tenant -> {
            server.schemas().create(tenant.slug());
            server.createPlugin(tenant.slug(), "crm");
        });
    }

    @AfterEach
    void clear() throws Exception {
        for (AutoCloseable node : nodes) {
            node.close();
        }
        server.close();
    }

    @Test
    protected void every_subscriber_gets_every_event_once_and_in_order_whatever_its_kind() {
        plugins.subscribe("billing", "loyalty");
        for (int n = 1; n <= 20; n++) {
            publish("acme", "c1", n);
        }
        node();
        for (int n = 21; n <= 40; n++) {
            publish("acme", "c1", n);
        }

        soon().until(() -> plugins.got().size() >= 80);

        assertInOrder("billing", "c1", 40);
        assertInOrder("loyalty", "c1", 40);
    }

    @Test
    protected void tenants_hear_their_own_alone() {
        node();
        publish("acme", "c1", 1);
        publish("globex", "c1", 2);
        publish("acme", "c2", 3);

        soon().until(() -> plugins.got().size() >= 3);

        assertThat(plugins.got("acme")).containsExactlyInAnyOrder("billing:c1/1", "billing:c2/3");
        assertThat(plugins.got("globex")).containsExactly("billing:c1/2");
    }

    @Test
    protected void an_event_outside_any_tenant_and_one_that_nobody_wants_are_no_obstacle() {
        server.admin("SELECT core.enqueue_event(NULL, 'core.plugin.published', 'p1', '{}', NULL, NULL, NULL)");
        plugins.subscribe();
        publish("acme", "c1", 1);
        node();
        soon().until(() -> waiting().equals("0"));

        plugins.subscribe("billing");
        publish("acme", "c1", 2);

        soon().until(() -> !plugins.got().isEmpty());
        assertThat(plugins.got()).containsExactly("billing:c1/2");
    }

    @Test
    protected void a_poison_event_holds_up_its_aggregate_alone_until_it_is_laid_down() {
        plugins.failOn("bad");
        node();
        publish("acme", "bad", 1);
        publish("acme", "good", 2);
        soon().until(() -> plugins.got().contains("billing:good/2"));
        soon().until(() -> rows("SELECT state || attempts FROM core.events_deliveries WHERE aggregate LIKE '%bad'")
                .equals(List.of("DEAD2")));

        plugins.healed();
        publish("acme", "bad", 3);

        soon().until(() -> plugins.got().contains("billing:bad/3"));
        assertThat(plugins.got()).containsExactly("billing:good/2", "billing:bad/3");
    }

    @Test
    protected void two_nodes_deliver_once_each_and_in_order_though_many_publish() throws Exception {
        node();
        node();
        ExecutorService publishers = Executors.newFixedThreadPool(4);
        List<Future<?>> done = new ArrayList<>();
        for (int thing = 0; thing < 20; thing++) {
            String aggregate = "c" + thing;
            done.add(publishers.submit(() -> {
                for (int n = 1; n <= 20; n++) {
                    publish("acme", aggregate, n);
                }
            }));
        }
        for (Future<?> publisher : done) {
            publisher.get();
        }
        publishers.shutdown();

        soon().until(() -> plugins.got().size() >= 400);

        for (int thing = 0; thing < 20; thing++) {
            assertInOrder("billing", "c" + thing, 20);
        }
    }

    @Test
    protected void what_a_node_leaves_behind_another_brings_to_its_end() throws Exception {
        AutoCloseable first = node();
        for (int n = 1; n <= 100; n++) {
            publish("acme", "c" + n % 5, n);
        }
        soon().until(() -> plugins.got().size() >= 10);
        first.close();
        nodes.remove(first);
        node();
        publish("acme", "last", 101);
        // What was in the middle of being handled is due when its claim is void.
        soon().until(() -> {
            server.admin("UPDATE core.events_deliveries SET due_at = now() WHERE state = 'PENDING' AND due_at > now()");
            return plugins.got().size() >= 101;
        });

        assertThat(plugins.got()).doesNotHaveDuplicates().hasSize(101);
    }

    @Test
    protected void while_the_database_is_away_events_wait_and_then_go_on() {
        FaultyDatabase database = server.database();
        nodes.add(start(database));
        publish("acme", "c1", 1);
        soon().until(() -> plugins.got().size() == 1);
        database.setDown(true);
        publish("acme", "c1", 2);
        Awaitility.await()
                .during(Duration.ofSeconds(1))
                .until(() -> plugins.got().size() == 1);
        database.setDown(false);

        soon().until(() -> plugins.got().size() >= 2);
        assertInOrder("billing", "c1", 2);
    }

    /** Starts a node, which is closed at the end. */
    protected AutoCloseable node() {
        AutoCloseable node = start(server.database());
        nodes.add(node);
        return node;
    }

    /** Publishes as the CRM, one kind of event after the other. */
    protected void publish(String slug, String aggregateId, int n) {
        ExecutionContext context =
                ExecutionContext.platform("trace-1").inTenant(tenants.find(slug).orElseThrow());
        try (Contexts.Scope scope = Contexts.open(context)) {
            server.database().plugin(CRM, connection -> {
                try (PreparedStatement statement = connection.prepareStatement(PUBLISH)) {
                    statement.setString(1, KINDS[n % KINDS.length]);
                    statement.setString(2, aggregateId);
                    statement.setInt(3, n);
                    return statement.execute();
                }
            });
        }
    }

    protected List<String> rows(String sql) {
        return server.query(sql);
    }

    /** How many events are not relayed yet. */
    protected String waiting() {
        return rows("SELECT count(*) FROM core.events_outbox WHERE relayed_at IS NULL")
                .get(0);
    }

    protected static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofMinutes(2));
    }

    /** Handled once each, in the order in which they were published. */
    protected void assertInOrder(String plugin, String aggregateId, int count) {
        String prefix = plugin + ":" + aggregateId + "/";
        List<Integer> numbers = plugins.seen().stream()
                .filter(seen -> seen.startsWith(prefix))
                .map(seen -> Integer.valueOf(seen.substring(prefix.length())))
                .toList();
        assertThat(numbers).hasSize(count).isSorted().doesNotHaveDuplicates();
    }
}
