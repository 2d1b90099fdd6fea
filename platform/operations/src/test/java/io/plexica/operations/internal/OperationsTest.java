package io.plexica.operations.internal;

import io.plexica.audit.internal.AuditMigrations;
import io.plexica.itests.rooms.FaultyDatabase;
import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.operations.Operations.Operation;
import io.plexica.spi.operations.Operations.Status;
import io.plexica.spi.operations.Operations.Task;
import io.plexica.tenancy.internal.TenancyMigrations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;

/** Nodes on an empty, real database for each test. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class OperationsTest {

    static final Principal ADA = new Principal(UUID.randomUUID(), "ada@example.com", null, null, false);
    static final OperationsSettings SETTINGS = new OperationsSettings(
            2, 2, Duration.ofDays(30), Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(800));

    RoomDatabase server;
    final FakeSignals signals = new FakeSignals();
    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeEach
    void startServer() {
        server = RoomDatabase.with(new AuditMigrations(), new TenancyMigrations(), new OperationsMigrations());
    }

    @AfterEach
    void stopAll() throws Exception {
        for (AutoCloseable closeable : open) {
            closeable.close();
        }
        server.close();
    }

    /** One node with streams of its own. */
    final class Node {

        final FaultyDatabase database = server.database();
        final OperationService service;
        final Watchers watchers = new Watchers(database);

        Node(OperationsSettings settings) {
            service = new OperationService(database, signals.of(database), new FakeProblems(), settings);
            signals.listeners.add(watchers);
            open.add(watchers::stop);
            open.add(service::stop);
        }

        Operation start(Task task) {
            return as(ADA, () -> service.start("test.work", null, task));
        }

        Operation now(UUID id) {
            return service.get(id, Viewer.atConsole(null, null)).operation();
        }

        Operation ended(UUID id) {
            return Awaitility.await().until(() -> now(id), it -> it.status() != Status.RUNNING);
        }
    }

    void tenant(String slug) {
        server.admin(
                "INSERT INTO core.tenants (id, slug, name, status, plan, tokens_not_before, created_at, updated_at)"
                        + " VALUES (gen_random_uuid(), '" + slug + "', 'T', 'ACTIVE', 'free', now(), now(), now())");
    }

    static <T> T as(Principal principal, java.util.concurrent.Callable<T> work) {
        ExecutionContext context =
                ExecutionContext.platform(Contexts.newTraceId()).as(principal, Grants.NONE);
        try (Contexts.Scope scope = Contexts.open(context)) {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static void hold(CountDownLatch latch) {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nothing happened in time");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
