package io.plexica.identity.internal.users;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.plexica.identity.internal.Refusals;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.identity.Principal;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Keeps a row for everybody who has been seen, without any right. The database is asked once in a few minutes for each
 * person. Safe for all threads.
 */
@Component(service = UserMirror.class)
public final class UserMirror {

    private static final Duration MEMORY = Duration.ofMinutes(5);
    private static final int LARGEST = 50_000;

    private final UserRows rows;
    private final Cache<Seen, UserStatus> known = Caffeine.newBuilder()
            .maximumSize(LARGEST)
            .expireAfterWrite(MEMORY)
            .executor(Runnable::run)
            .build();

    private record Seen(@Nullable String slug, UUID id) {}

    @Activate
    public UserMirror(
            @Reference Database database, @Reference(target = "(plexica.room=identity)") SchemaReady schemaReady) {
        this.rows = new UserRows(database);
    }

    /**
     * Notes that somebody is here.
     *
     * @param slug the tenant; null for a super admin
     * @throws io.plexica.api.problem.PlexicaException {@code unauthenticated} when this person may not come in
     */
    public void see(@Nullable String slug, Principal who) {
        Seen key = new Seen(slug, who.id());
        UserStatus status = known.getIfPresent(key);
        if (status == null) {
            status = rows.see(slug, who);
            known.put(key, status);
        }
        if (status != UserStatus.ACTIVE) {
            throw Refusals.invalid("the user is " + status);
        }
    }

    /** Asks the database again at the next sight. */
    public void forget(@Nullable String slug, UUID id) {
        known.invalidate(new Seen(slug, id));
    }
}
