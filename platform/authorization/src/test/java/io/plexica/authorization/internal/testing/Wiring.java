package io.plexica.authorization.internal.testing;

import io.plexica.audit.internal.CoreAuditLog;
import io.plexica.authorization.internal.grants.GrantChanges;
import io.plexica.authorization.internal.grants.GrantSignals;
import io.plexica.authorization.internal.grants.GrantsCache;
import io.plexica.authorization.internal.grants.GrantsLoader;
import io.plexica.authorization.internal.grants.PolicyBook;
import io.plexica.authorization.internal.grants.RoleAuthorization;
import io.plexica.authorization.internal.grants.RolesStep;
import io.plexica.authorization.internal.grants.TenantPluginPermissions;
import io.plexica.authorization.internal.grants.WorkspaceSignals;
import io.plexica.itests.rooms.Node;
import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.signal.SignalListener;
import io.plexica.spi.signal.Signals;
import java.util.function.Consumer;

/** This room's services, put together as on one node. */
public final class Wiring {

    private static final SchemaReady READY = new SchemaReady() {};

    public final GrantsCache cache = new GrantsCache();
    public final PolicyBook book = new PolicyBook();
    public final CoreAuditLog audit;
    public final GrantChanges changes;
    public final GrantsLoader loader;
    public final RoleAuthorization authorization;
    public final TenantPluginPermissions permissions;
    public final RolesStep step;

    public Wiring(Database database, Signals signals, Consumer<SignalListener> hear) {
        audit = new CoreAuditLog(database, READY);
        changes = new GrantChanges(database, signals, cache, READY);
        loader = new GrantsLoader(database, book, READY);
        authorization = new RoleAuthorization(changes, loader, cache, signals, audit);
        permissions = new TenantPluginPermissions(changes);
        step = new RolesStep(database, cache, book, READY);
        hear.accept(new GrantSignals(cache));
        hear.accept(new WorkspaceSignals(cache));
    }

    public static Wiring of(RoomDatabase server) {
        return new Wiring(server.database(), server.signals(), server::hear);
    }

    public static Wiring of(Node node) {
        return new Wiring(node.database(), node.signals(), node::hear);
    }
}
