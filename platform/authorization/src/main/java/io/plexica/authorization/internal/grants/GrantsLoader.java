package io.plexica.authorization.internal.grants;

import io.plexica.authorization.internal.engine.Policies;
import io.plexica.authorization.internal.store.HeldRows;
import io.plexica.authorization.internal.store.Holdings;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads what somebody holds. */
@Component(service = GrantsLoader.class)
public final class GrantsLoader {

    private final Database database;
    private final PolicyBook policies;

    @Activate
    public GrantsLoader(
            @Reference Database database,
            @Reference PolicyBook policies,
            @Reference(target = "(plexica.room=authorization)") SchemaReady schemaReady) {
        this.database = database;
        this.policies = policies;
    }

    /** On a connection of its own: a change that is not committed yet must not be remembered. */
    Loaded load(String tenantSlug, UUID user, @Nullable UUID workspace) {
        return database.apart(() -> database.tenant(
                tenantSlug,
                connection ->
                        new Loaded(HeldRows.of(connection, user, workspace), policies.of(connection, tenantSlug))));
    }

    /** The policies of a tenant alone. */
    Policies policies(String tenantSlug) {
        return database.apart(() -> database.tenant(tenantSlug, connection -> policies.of(connection, tenantSlug)));
    }

    /** What the tables say. */
    record Loaded(Holdings held, Policies policies) {}
}
