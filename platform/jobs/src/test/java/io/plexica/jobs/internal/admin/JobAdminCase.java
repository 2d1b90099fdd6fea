package io.plexica.jobs.internal.admin;

import static org.awaitility.Awaitility.await;

import io.plexica.jobs.internal.JobsRoom;
import io.plexica.jobs.internal.JobsRoom.Node;
import io.plexica.jobs.internal.engine.Engine;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A node with one job of one tenant, which is due in an hour, and somebody who may steer it. */
abstract class JobAdminCase {

    static final JobScope ACME = JobScope.of("acme");

    final JobsRoom room = new JobsRoom("acme", "globex");
    final Node node = room.node();
    final Engine engine = node.start();
    final JobAdmin admin = node.admin(engine);
    UUID id = new UUID(0, 0);
    private final Contexts.Scope scope = Contexts.open(ExecutionContext.platform("trace-1"));

    @BeforeEach
    void one() {
        node.in(
                "acme",
                () -> node.jobs.add(
                        "acme", "crm", "tidy", "P1D", "UTC", Instant.now().plusSeconds(3600)));
        id = admin.id("acme", "crm", "tidy");
    }

    @AfterEach
    void close() throws Exception {
        scope.close();
        room.close();
    }

    static void soon(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(40)).untilAsserted(assertion);
    }
}
