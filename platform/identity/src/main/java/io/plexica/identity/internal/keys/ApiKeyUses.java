package io.plexica.identity.internal.keys;

import io.plexica.identity.internal.IdentityWorker;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Notes when keys were used, in memory, and writes it down once a minute. Safe for all threads. */
@Component(service = ApiKeyUses.class)
public final class ApiKeyUses {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Database database;
    private final Map<UUID, Instant> uses = new ConcurrentHashMap<>();

    @Activate
    public ApiKeyUses(
            @Reference Database database,
            @Reference IdentityWorker worker,
            @Reference(target = "(plexica.room=identity)") SchemaReady schemaReady) {
        this.database = database;
        worker.every(PAUSE, "Writing down when API keys were used", this::write);
    }

    void note(UUID key, Instant now) {
        uses.put(key, now);
    }

    /** Those that cannot be written now are written the next time. */
    void write() {
        Map<UUID, Instant> noted = Map.copyOf(uses);
        if (!noted.isEmpty()) {
            database.core(connection -> ApiKeyRows.used(connection, noted));
            noted.forEach(uses::remove);
        }
    }
}
