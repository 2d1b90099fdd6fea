package io.plexica.identity.internal;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.authorization.Authorization;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.authorization.PermissionKeys;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Workspaces.Membership;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Neighbours that write down what they are told. */
public final class Recorders {

    private Recorders() {}

    /** An audit log in memory, one line a row. */
    public static final class Audit implements AuditLog {

        public final List<String> rows = new CopyOnWriteArrayList<>();

        @Override
        public void record(
                @Nullable String tenantSlug,
                String action,
                String resourceType,
                String resourceId,
                @Nullable Object before,
                @Nullable Object after) {
            rows.add(tenantSlug + " " + action + " " + after);
        }

        @Override
        public void recordFailure(
                @Nullable String tenantSlug, String action, String resourceType, String resourceId, String reason) {
            rows.add(tenantSlug + " " + action + " " + resourceId + " failed");
        }
    }

    /** Roles in memory; a role named {@code nobodys} does not exist. */
    public static final class Roles implements Authorization {

        public final List<String> assigned = new CopyOnWriteArrayList<>();

        @Override
        public Grants grants(@Nullable Tenant tenant, Principal principal) {
            return Grants.NONE;
        }

        @Override
        public Grants grants(Tenant tenant, Principal principal, Membership membership) {
            return Grants.NONE;
        }

        @Override
        public Grants scoped(@Nullable Tenant tenant, Principal principal, Set<String> keys) {
            return Grants.NONE;
        }

        @Override
        public void assignTeamRoles(String tenantSlug, UUID teamId, Set<String> roles) {
            assigned.add(tenantSlug + " " + teamId + " " + new TreeSet<>(roles));
        }

        @Override
        public Map<UUID, Set<String>> rolesOf(String tenantSlug, Collection<UUID> users) {
            return users.stream().collect(Collectors.toMap(user -> user, user -> Set.of()));
        }

        @Override
        public Map<UUID, Set<String>> rolesOfTeams(String tenantSlug, Collection<UUID> teams) {
            return teams.stream().collect(Collectors.toMap(team -> team, team -> Set.of()));
        }

        @Override
        public void requireAnotherAdmin(String tenantSlug, UUID leaving) {}

        @Override
        public void requireMayGrant(Collection<String> keys) {
            ExecutionContext context = Contexts.find();
            boolean bound = context != null
                    && context.principal() != null
                    && !context.principal().superAdmin();
            Set<String> lacking =
                    bound ? PermissionKeys.lacking(context.grants().keys(), keys) : Set.of();
            if (!lacking.isEmpty()) {
                throw new PlexicaException(ErrorCode.PERMISSION_DENIED, "You lack some of this yourself")
                        .with("requiredPermissions", lacking);
            }
        }

        @Override
        public void requireMayGive(String tenantSlug, Set<String> roles) {}

        @Override
        public Set<UUID> holders(String tenantSlug, String role) {
            return Set.of();
        }

        @Override
        public void assignRoles(String tenantSlug, UUID userId, Set<String> roles) {
            if (roles.contains("nobodys")) {
                throw new PlexicaException(ErrorCode.VALIDATION_FAILED, "There is no role nobodys");
            }
            assigned.add(tenantSlug + " " + userId + " " + new TreeSet<>(roles));
        }
    }
}
