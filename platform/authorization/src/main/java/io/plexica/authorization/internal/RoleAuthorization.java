package io.plexica.authorization.internal;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.authorization.Authorization;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Workspaces.Membership;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Decides by the roles of a tenant. */
@Component
public final class RoleAuthorization implements Authorization {

    private final Database database;
    private final AuditLog audit;
    private final GrantsCache cache;

    @Activate
    public RoleAuthorization(
            @Reference Database database,
            @Reference AuditLog audit,
            @Reference GrantsCache cache,
            @Reference(target = "(plexica.room=authorization)") SchemaReady schemaReady) {
        this.database = database;
        this.audit = audit;
        this.cache = cache;
    }

    @Override
    public Grants grants(@Nullable Tenant tenant, Principal principal) {
        if (principal.superAdmin()) {
            return CompiledGrants.SUPER_ADMIN;
        }
        if (tenant == null) {
            return Grants.NONE;
        }
        return cache.get(tenant.slug(), principal.id(), () -> load(tenant.slug(), principal.id()));
    }

    @Override
    public Grants grants(Tenant tenant, Principal principal, Membership membership) {
        return grants(tenant, principal);
    }

    @Override
    public Grants scoped(@Nullable Tenant tenant, Principal principal, Set<String> keys) {
        return new CompiledGrants(Set.of(), keys);
    }

    @Override
    public void assignTeamRoles(String tenantSlug, UUID teamId, Set<String> roles) {
        throw new PlexicaException(ErrorCode.UNAVAILABLE, "Teams carry no roles yet");
    }

    @Override
    public Map<UUID, Set<String>> rolesOf(String tenantSlug, Collection<UUID> users) {
        return database.tenant(tenantSlug, connection -> {
            Map<UUID, Set<String>> held = new HashMap<>();
            for (UUID user : users) {
                held.put(user, RoleStore.rolesOf(connection, user));
            }
            return held;
        });
    }

    @Override
    public Map<UUID, Set<String>> rolesOfTeams(String tenantSlug, Collection<UUID> teams) {
        return Map.of();
    }

    @Override
    public void requireAnotherAdmin(String tenantSlug, UUID leaving) {}

    @Override
    public void requireMayGrant(Collection<String> keys) {}

    @Override
    public void requireMayGive(String tenantSlug, Set<String> roles) {}

    @Override
    public Set<UUID> holders(String tenantSlug, String role) {
        return Set.of();
    }

    @Override
    public void assignRoles(String tenantSlug, UUID userId, Set<String> roles) {
        Units.<@Nullable Void>run(database::unitOfWork, () -> {
            Set<String> before = database.tenant(tenantSlug, connection -> {
                requireExisting(roles, RoleStore.existing(connection, roles));
                Set<String> held = RoleStore.rolesOf(connection, userId);
                RoleStore.replace(connection, userId, roles);
                return held;
            });
            if (!before.equals(roles)) {
                audit.record(
                        tenantSlug,
                        "core.user.roles-assigned",
                        "user",
                        userId.toString(),
                        Map.of("roles", before),
                        Map.of("roles", new TreeSet<>(roles)));
            }
            database.afterCommit(() -> cache.forget(tenantSlug));
            return null;
        });
    }

    /** On a connection of its own: a change that is not committed yet must not be remembered. */
    private GrantsCache.Held load(String slug, UUID user) {
        return Units.run(
                database::newUnitOfWork, () -> database.tenant(slug, connection -> RoleStore.held(connection, user)));
    }

    private static void requireExisting(Set<String> wanted, Set<String> existing) {
        Set<String> unknown = new TreeSet<>(wanted);
        unknown.removeAll(existing);
        if (!unknown.isEmpty()) {
            throw PlexicaException.validation(unknown.stream()
                    .map(role -> new FieldError("/roles", "there is no role '" + role + "' in this tenant"))
                    .toList());
        }
    }
}
