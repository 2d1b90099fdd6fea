package io.plexica.tenancy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.audit.internal.AuditMigrations;
import io.plexica.itests.rooms.RoomDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;

/** A node on an empty, real database for each test. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class TenancyTest {

    RoomDatabase server;
    Node node;
    private final List<Node> nodes = new ArrayList<>();

    @BeforeEach
    void startNode() {
        server = RoomDatabase.with(new AuditMigrations(), new TenancyMigrations());
        node = anotherNode();
    }

    @AfterEach
    void stopNodes() {
        nodes.forEach(Node::close);
        server.close();
    }

    /** One more node on the same database, or the same one started again. */
    Node anotherNode() {
        Node another = new Node(server);
        nodes.add(another);
        return another.start();
    }

    /** A node that serves one tenant alone. */
    Node pinnedNode(String slug) {
        Node another = new Node(server, slug);
        nodes.add(another);
        return another.start();
    }

    List<String> recordedSteps(String slug) {
        return server.query("SELECT step || ' ' || s.status FROM core.provisioning_steps s JOIN core.provisionings p"
                + " ON p.id = s.provisioning_id WHERE p.slug = '" + slug + "' ORDER BY p.started_at, position");
    }

    void assertNothingIsLeft(String slug) {
        assertThat(server.query("SELECT slug FROM core.tenants")).isEmpty();
        assertThat(server.query("SELECT nspname FROM pg_namespace WHERE nspname = 'tenant_" + slug + "'"))
                .isEmpty();
        assertThat(server.query("SELECT slug FROM core.provisionings WHERE status IN ('RUNNING', 'UNDOING')"))
                .isEmpty();
    }

    static List<String> events(String what, List<String> steps, String slug) {
        return steps.stream()
                .map(step -> what + " " + step + " " + slug)
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
