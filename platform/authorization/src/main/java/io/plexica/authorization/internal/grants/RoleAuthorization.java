package io.plexica.authorization.internal.grants;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.authorization.internal.engine.Policies;
import io.plexica.authorization.internal.engine.Rights;
import io.plexica.authorization.internal.grants.GrantsLoader.Loaded;
import io.plexica.authorization.internal.store.Assignments;
import io.plexica.authorization.internal.store.HolderRows;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.authorization.Authorization;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.signal.Signals;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Workspaces.Membership;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Decides by the roles and policies of a tenant. */
@Component
public final class RoleAuthorization implements Authorization {

    private final GrantChanges changes;
    private final GrantsLoader loader;
    private final GrantsCache cache;
    private final Signals signals;
    private final AuditLog audit;

    @Activate
    public RoleAuthorization(
            @Reference GrantChanges changes,
            @Reference GrantsLoader loader,
            @Reference GrantsCache cache,
            @Reference Signals signals,
            @Reference AuditLog audit) {
        this.changes = changes;
        this.loader = loader;
        this.cache = cache;
        this.signals = signals;
        this.audit = audit;
    }

    @Override
    public Grants grants(@Nullable Tenant tenant, Principal principal) {
        if (principal.superAdmin()) {
            return SuperAdminGrants.INSTANCE;
        }
        return tenant == null ? Grants.NONE : find(tenant.slug(), principal, null);
    }

    @Override
    public Grants grants(Tenant tenant, Principal principal, Membership membership) {
        return principal.superAdmin() ? SuperAdminGrants.INSTANCE : find(tenant.slug(), principal, membership);
    }

    @Override
    public Grants scoped(@Nullable Tenant tenant, Principal principal, Set<String> keys) {
        if (tenant == null) {
            return GrantsAssembler.machine(principal, new Rights(keys, Policies.NONE));
        }
        Rights rights = signals.isCurrent()
                ? cache.rights(tenant.slug(), keys, () -> loader.policies(tenant.slug()))
                : new Rights(keys, loader.policies(tenant.slug()));
        return GrantsAssembler.machine(principal, rights);
    }

    @Override
    public void assignRoles(String tenantSlug, UUID userId, Set<String> roles) {
        assign(Assignments.USERS, tenantSlug, userId, roles);
    }

    @Override
    public void assignTeamRoles(String tenantSlug, UUID teamId, Set<String> roles) {
        assign(Assignments.TEAMS, tenantSlug, teamId, roles);
    }

    @Override
    public Map<UUID, Set<String>> rolesOf(String tenantSlug, Collection<UUID> users) {
        return changes.read(tenantSlug, connection -> Assignments.USERS.of(connection, users));
    }

    @Override
    public Map<UUID, Set<String>> rolesOfTeams(String tenantSlug, Collection<UUID> teams) {
        return changes.read(tenantSlug, connection -> Assignments.TEAMS.of(connection, teams));
    }

    @Override
    public void requireAnotherAdmin(String tenantSlug, UUID leaving) {
        changes.read(tenantSlug, connection -> {
            refuseLastAdmin(connection, leaving);
            return leaving;
        });
    }

    @Override
    public void requireMayGrant(Collection<String> keys) {
        Granting.require(keys);
    }

    @Override
    public void requireMayGive(String tenantSlug, Set<String> roles) {
        changes.read(tenantSlug, connection -> {
            refuseUnknown(connection, roles);
            Granting.require(Assignments.keys(connection, roles));
            return roles;
        });
    }

    @Override
    public Set<UUID> holders(String tenantSlug, String role) {
        return changes.read(tenantSlug, connection -> Assignments.USERS.holders(connection, role));
    }

    @Override
    public Set<UUID> peopleWith(String tenantSlug, String permission) {
        return changes.read(tenantSlug, connection -> HolderRows.people(connection, permission));
    }

    private Grants find(String slug, Principal principal, @Nullable Membership place) {
        if (signals.isCurrent()) {
            return cache.get(slug, principal, place, () -> load(slug, principal, place));
        }
        Loaded loaded = load(slug, principal, place);
        return GrantsAssembler.person(principal, loaded.held(), place, keys -> new Rights(keys, loaded.policies()));
    }

    private Loaded load(String slug, Principal principal, @Nullable Membership place) {
        return loader.load(
                slug, principal.id(), place == null ? null : place.workspace().id());
    }

    private void assign(Assignments kind, String slug, UUID holder, Set<String> roles) {
        changes.make(slug, connection -> {
            refuseUnknown(connection, roles);
            Set<String> before = kind.of(connection, Set.of(holder)).getOrDefault(holder, Set.of());
            Set<String> added = new TreeSet<>(roles);
            added.removeAll(before);
            Granting.require(Assignments.keys(connection, added));
            if (kind == Assignments.USERS && before.contains(ADMIN) && !roles.contains(ADMIN)) {
                refuseLastAdmin(connection, holder);
            }
            kind.replace(connection, holder, roles);
            if (!before.equals(roles)) {
                record(kind, slug, holder, before, roles);
            }
            return holder;
        });
    }

    private void record(Assignments kind, String slug, UUID holder, Set<String> before, Set<String> after) {
        String type = kind == Assignments.USERS ? "user" : "team";
        audit.record(
                slug,
                "core." + type + ".roles-assigned",
                type,
                holder.toString(),
                Map.of("roles", before),
                Map.of("roles", new TreeSet<>(after)));
    }

    private static void refuseLastAdmin(Connection connection, UUID leaving) throws SQLException {
        if (Assignments.isLast(connection, ADMIN, leaving)) {
            throw PlexicaException.conflict(
                    "last-admin",
                    "the tenant would be left without an active admin: make somebody else an admin first");
        }
    }

    private static void refuseUnknown(Connection connection, Set<String> wanted) throws SQLException {
        Set<String> unknown = new TreeSet<>(wanted);
        unknown.removeAll(Assignments.existing(connection, wanted));
        if (!unknown.isEmpty()) {
            throw PlexicaException.validation(unknown.stream()
                    .map(role -> new FieldError("/roles", "there is no role '" + role + "' in this tenant"))
                    .toList());
        }
    }
}
