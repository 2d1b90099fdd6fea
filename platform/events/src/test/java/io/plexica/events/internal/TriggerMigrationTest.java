package io.plexica.events.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** An upgrade beside nodes that work. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TriggerMigrationTest {

    private static final String WAITING = "SELECT 1 FROM pg_locks JOIN pg_stat_activity USING (pid)"
            + " WHERE NOT granted AND datname = current_database()";

    private final EventsRoom room = new EventsRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void the_migration_lets_others_write_while_it_waits_for_a_long_unit_of_work() throws Exception {
        String sql = migration();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<Void> working = CompletableFuture.runAsync(() -> write("u1", () -> {
            written.countDown();
            end.await();
        }));
        assertThat(written.await(40, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Void> migration = CompletableFuture.runAsync(() -> room.server.admin(sql));
        await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !room.rows(WAITING).isEmpty());

        CompletableFuture.runAsync(() -> write("u2", () -> {})).get(40, TimeUnit.SECONDS);

        assertThat(migration).isNotDone();
        end.countDown();
        working.get(40, TimeUnit.SECONDS);
        migration.get(40, TimeUnit.SECONDS);
    }

    private void write(String id, Further further) {
        try (Contexts.Scope scope = Contexts.open(ExecutionContext.platform("trace-1"))) {
            room.database.newUnitOfWork(() -> {
                room.audit.record("acme", "core.user.first-seen", "user", id, null, null);
                further.go();
                return true;
            });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String migration() throws Exception {
        try (InputStream stream =
                EventsMigrations.class.getResourceAsStream("/META-INF/plexica/core/V7__people_who_change.sql")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What is done in the same unit of work. */
    private interface Further {

        void go() throws Exception;
    }
}
