package io.plexica.web.internal.rooms;

import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.authorization.Authorization;
import io.plexica.spi.data.Database;
import io.plexica.spi.identity.TokenAuthenticator;
import io.plexica.spi.limits.RateLimiter;
import io.plexica.spi.plugins.PluginRoutes;
import io.plexica.spi.tenancy.Tenants;
import io.plexica.spi.tenancy.Workspaces;
import io.plexica.spi.web.CallListener;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the web room asks of others. Each method throws {@link io.plexica.api.problem.PlexicaException}
 * {@code unavailable} while that room is not there, as in the first seconds after a start.
 */
public interface Rooms {

    TokenAuthenticator tokens();

    Tenants tenants();

    Authorization authorization();

    PluginRoutes routes();

    Workspaces workspaces();

    Database database();

    /** The same to ask about a failure that is to be answered anyhow; null while it is not there. */
    default @Nullable Database databaseIfThere() {
        return database();
    }

    /** What counts calls for all nodes together; null where each counts its own. */
    default @Nullable RateLimiter limiter() {
        return null;
    }

    /** Who hears of answered calls; most often few, or nobody. */
    default List<CallListener> callListeners() {
        return List.of();
    }

    /** Where refused attempts are recorded; null where nobody keeps them. */
    default @Nullable AuditLog audit() {
        return null;
    }

    /** Throws unless answers can be kept. */
    void requireAnswers();

    /** Does nothing while all rooms are there, and throws as they do otherwise. */
    default void requireAll() {
        tokens();
        tenants();
        authorization();
        workspaces();
        routes();
        database();
    }
}
