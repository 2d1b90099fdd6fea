package io.plexica.identity.internal.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.plexica.identity.internal.tokens.Revocations;
import io.plexica.spi.data.Database;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The keys that are in use, without their secrets. One is read again after every change of it, and each time while this node
 * cannot know of changes. Safe for all threads.
 */
@Component(service = ApiKeyMemory.class)
public final class ApiKeyMemory {

    private static final Duration MEMORY = Duration.ofMinutes(5);
    private static final int LARGEST = 10_000;

    private final Database database;
    private final Revocations revocations;
    private final AtomicLong changes = new AtomicLong();
    private final Cache<UUID, ApiKey> keys = Caffeine.newBuilder()
            .maximumSize(LARGEST)
            .expireAfterWrite(MEMORY)
            .executor(Runnable::run)
            .build();

    @Activate
    public ApiKeyMemory(@Reference Database database, @Reference Revocations revocations) {
        this.database = database;
        this.revocations = revocations;
        revocations.onKey(this::forget);
    }

    /** A key that is remembered; null when the database must be asked. */
    @Nullable
    ApiKey remembered(UUID id) {
        return revocations.isFresh() ? keys.getIfPresent(id) : null;
    }

    /** A key as the database knows it. */
    Optional<ApiKey> read(UUID id) {
        long before = changes.get();
        Optional<ApiKey> found = database.core(connection -> ApiKeyRows.find(connection, id));
        found.ifPresent(key -> keep(key, before));
        return found;
    }

    /** What was read while something changed may be what was true before. */
    private void keep(ApiKey key, long before) {
        if (revocations.isFresh()) {
            keys.put(key.id(), key);
            if (changes.get() != before) {
                keys.invalidate(key.id());
            }
        }
    }

    private void forget(UUID id) {
        changes.incrementAndGet();
        keys.invalidate(id);
    }
}
