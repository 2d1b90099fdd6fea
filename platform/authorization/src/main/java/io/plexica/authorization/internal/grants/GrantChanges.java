package io.plexica.authorization.internal.grants;

import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.data.SqlWork;
import io.plexica.spi.signal.Signals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Changes what somebody may do: in one unit of work, announced to all nodes, forgotten here once it is committed. */
@Component(service = GrantChanges.class)
public final class GrantChanges {

    private final Database database;
    private final Signals signals;
    private final GrantsCache cache;

    @Activate
    public GrantChanges(
            @Reference Database database,
            @Reference Signals signals,
            @Reference GrantsCache cache,
            @Reference(target = "(plexica.room=authorization)") SchemaReady schemaReady) {
        this.database = database;
        this.signals = signals;
        this.cache = cache;
    }

    /** Reads in a tenant's tables. */
    public <T> T read(String tenantSlug, SqlWork<T> work) {
        return database.tenant(tenantSlug, work);
    }

    /** Changes a tenant's tables; whatever the work throws undoes all of it. */
    public <T> T make(String tenantSlug, SqlWork<T> work) {
        return database.together(() -> {
            T result = database.tenant(tenantSlug, work);
            signals.announce(Signals.GRANTS, tenantSlug);
            database.afterCommit(() -> cache.forget(tenantSlug));
            return result;
        });
    }
}
