package io.plexica.tenancy.internal.workspaces;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.signal.SignalListener;
import io.plexica.spi.signal.Signals;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.tenancy.Workspaces;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who may work where, remembered from call to call and forgotten tenant by tenant. Safe for all threads. */
@Component(service = {Workspaces.class, SignalListener.class, MembershipCache.class})
public final class MembershipCache implements Workspaces, SignalListener {

    /** So many users take about ten megabytes. */
    private static final int MOST = 100_000;

    private final Database database;
    private final Signals signals;
    private final AuditLog audit;
    private final Map<String, TenantMemberships> tenants = new ConcurrentHashMap<>();
    private final AtomicInteger remembered = new AtomicInteger();

    @Activate
    public MembershipCache(
            @Reference Database database,
            @Reference Signals signals,
            @Reference AuditLog audit,
            @Reference(target = "(plexica.room=tenancy)") SchemaReady schemaReady) {
        this.database = database;
        this.signals = signals;
        this.audit = audit;
    }

    @Override
    public List<Membership> of(String tenantSlug, UUID userId) {
        return database.tenant(tenantSlug, connection -> MembershipStore.of(connection, userId));
    }

    @Override
    public List<WorkspaceInfo> all(String tenantSlug) {
        return database.tenant(tenantSlug, MembershipStore::all).stream()
                .map(Membership::workspace)
                .toList();
    }

    @Override
    public Set<UUID> members(String tenantSlug, UUID workspaceId) {
        return database.tenant(tenantSlug, connection -> MembershipStore.members(connection, workspaceId));
    }

    @Override
    public boolean holdMember(String tenantSlug, UUID workspaceId, UUID userId) {
        return database.tenant(tenantSlug, connection -> MembershipStore.holdMember(connection, workspaceId, userId));
    }

    @Override
    public Membership enter(String tenantSlug, UUID userId, @Nullable UUID wanted, boolean everywhere) {
        if (!signals.isCurrent()) {
            return read(tenantSlug, userId, everywhere).enter(wanted);
        }
        TenantMemberships tenant = tenants.get(tenantSlug);
        UserMemberships places = tenant == null ? null : tenant.of(userId, everywhere);
        return (places == null ? learn(tenantSlug, userId, everywhere) : places).enter(wanted);
    }

    @Override
    public void addMember(String tenantSlug, UUID workspaceId, UUID userId, WorkspaceRole role) {
        Changes changes = new Changes(database, audit, this);
        new WorkspaceEnrolment(changes, new WorkspaceRights(this)).add(tenantSlug, workspaceId, userId, role);
    }

    @Override
    public WorkspaceInfo requireSight(String tenantSlug, UUID workspaceId) {
        WorkspaceRow workspace = find(tenantSlug, workspaceId);
        new WorkspaceRights(this).requireSight(tenantSlug, workspace);
        return workspace.info();
    }

    @Override
    public WorkspaceInfo requireCare(String tenantSlug, UUID workspaceId) {
        WorkspaceRow workspace = find(tenantSlug, workspaceId);
        new WorkspaceRights(this).requireCare(tenantSlug, workspace);
        return workspace.info();
    }

    @Override
    public String topic() {
        return Signals.WORKSPACES;
    }

    @Override
    public void changed(String key) {
        if (key.isEmpty()) {
            tenants.clear();
        } else {
            tenants.remove(key);
        }
    }

    /** Tells all nodes that workspaces or members of a tenant change in this unit of work, and forgets them here. */
    void change(String tenantSlug) {
        signals.announce(Signals.WORKSPACES, tenantSlug);
        database.afterCommit(() -> changed(tenantSlug));
    }

    private WorkspaceRow find(String tenantSlug, UUID workspaceId) {
        return database.tenant(tenantSlug, connection -> WorkspaceStore.find(connection, workspaceId))
                .orElseThrow(Changes::notFound);
    }

    private UserMemberships learn(String tenantSlug, UUID userId, boolean everywhere) {
        TenantMemberships tenant = tenants.computeIfAbsent(tenantSlug, slug -> new TenantMemberships());
        UserMemberships places = read(tenantSlug, userId, everywhere);
        if (remembered.incrementAndGet() > MOST) {
            remembered.set(0);
            tenants.clear();
        }
        tenant.put(userId, everywhere, places);
        return places;
    }

    /** On a connection of its own, so that nothing is remembered that may yet be rolled back. */
    private UserMemberships read(String tenantSlug, UUID userId, boolean everywhere) {
        return UserMemberships.of(database.apart(() -> database.tenant(
                tenantSlug,
                connection -> everywhere ? MembershipStore.all(connection) : MembershipStore.of(connection, userId))));
    }
}
