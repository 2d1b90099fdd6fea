package io.plexica.identity.internal.users;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.plexica.identity.internal.Home;
import io.plexica.identity.internal.TokenRefusals;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.identity.UserStatus;
import io.plexica.spi.signal.SignalListener;
import io.plexica.spi.signal.Signals;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Keeps a row for everybody who has been seen, without any right, and knows whether they may come in. The database is asked
 * once in a few minutes for each person, after every change of the tenant's users, and always while no signals of such
 * changes can be heard. Safe for all threads.
 */
@Component(service = {UserMirror.class, SignalListener.class})
public final class UserMirror implements SignalListener {

    private static final Duration MEMORY = Duration.ofMinutes(5);
    private static final int LARGEST = 50_000;

    private final UserRows rows;
    private final Signals signals;
    private final AtomicLong changesOfAll = new AtomicLong();
    private final Map<String, Long> changes = new ConcurrentHashMap<>();
    private final Cache<Seen, Known> known = Caffeine.newBuilder()
            .maximumSize(LARGEST)
            .expireAfterWrite(MEMORY)
            .executor(Runnable::run)
            .build();

    private record Seen(@Nullable String slug, UUID id) {}

    /**
     * What is remembered of somebody.
     *
     * @param changes how many changes had been heard of when it was read
     */
    private record Known(UserStatus status, long changes) {}

    @Activate
    public UserMirror(
            @Reference Database database,
            @Reference Signals signals,
            @Reference UserAnnouncer news,
            @Reference AuditLog audit,
            @Reference(target = "(plexica.room=identity)") SchemaReady schemaReady) {
        this.rows = new UserRows(database, news, audit);
        this.signals = signals;
    }

    @Override
    public String topic() {
        return Signals.USERS;
    }

    @Override
    public void changed(String key) {
        if (key.isEmpty()) {
            changesOfAll.incrementAndGet();
        } else {
            changes.merge(key, 1L, Long::sum);
        }
    }

    /**
     * Notes that somebody is here.
     *
     * @param slug the tenant; null for a super admin
     * @param who as the token says
     * @param issuedAt when it said so
     * @throws io.plexica.api.problem.PlexicaException {@code unauthenticated} when this person may not come in
     */
    public void see(@Nullable String slug, Principal who, Instant issuedAt) {
        Seen key = new Seen(slug, who.id());
        Known present = known.getIfPresent(key);
        long now = changes(slug);
        UserStatus status;
        if (present != null && present.changes() == now && signals.isCurrent()) {
            status = present.status();
        } else if (present != null) {
            status = look(key, now);
        } else {
            status = rows.see(new Home(slug), who, issuedAt);
            known.put(key, new Known(status, now));
        }
        demandActive(status);
    }

    /**
     * Demands that somebody may come in, as far as they are known; says nothing about others.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code unauthenticated}
     */
    public void demandNotRefused(@Nullable String slug, UUID id) {
        rows.status(new Home(slug), id).ifPresent(UserMirror::demandActive);
    }

    /** Whether somebody is known and may not come in. Asks the database. */
    public boolean isShutOut(@Nullable String slug, UUID id) {
        return rows.status(new Home(slug), id)
                .filter(status -> status != UserStatus.ACTIVE)
                .isPresent();
    }

    /** Asks the database again at the next sight. */
    public void forget(@Nullable String slug, UUID id) {
        known.invalidate(new Seen(slug, id));
    }

    /** Somebody who was here a moment ago and has no row now was removed meanwhile. */
    private UserStatus look(Seen key, long now) {
        UserStatus status = rows.status(new Home(key.slug()), key.id())
                .orElseThrow(() -> TokenRefusals.invalid("the user is gone"));
        known.put(key, new Known(status, now));
        return status;
    }

    private long changes(@Nullable String slug) {
        return changesOfAll.get() + (slug == null ? 0 : changes.getOrDefault(slug, 0L));
    }

    private static void demandActive(UserStatus status) {
        if (status != UserStatus.ACTIVE) {
            throw TokenRefusals.invalid("the user is " + status);
        }
    }
}
