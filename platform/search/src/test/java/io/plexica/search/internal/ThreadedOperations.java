package io.plexica.search.internal;

import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.operations.Operations;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs work on a thread of its own and keeps nothing of it. */
final class ThreadedOperations implements Operations {

    @Override
    public Operation start(String type, @Nullable String tenantSlug, Task task) {
        Thread thread = new Thread(() -> run(task), type);
        thread.setDaemon(true);
        thread.start();
        return new Operation(
                UUID.randomUUID(), type, tenantSlug, Status.RUNNING, 0, null, null, Instant.EPOCH, null, null, null);
    }

    @Override
    public Operation startAbout(String type, String about, Task task) {
        return start(type, null, task);
    }

    private static void run(Task task) {
        ExecutionContext context =
                ExecutionContext.platform(Contexts.newTraceId()).as(Principal.SYSTEM, Grants.NONE);
        try (Contexts.Scope scope = Contexts.open(context)) {
            task.run((percent, step, message) -> {});
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
