package io.plexica.identity.internal;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.authorization.Authorization;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.Sql;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Workspaces.Membership;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Roles in memory under the rules that count for people: {@code admin}, {@code member} and {@code viewer} exist. */
public final class TenantRoles implements Authorization {

    private static final Set<String> KNOWN = Set.of("admin", "member", "viewer");

    private final Database database;
    private final Map<UUID, Set<String>> ofUsers = new ConcurrentHashMap<>();
    private final Map<UUID, Set<String>> ofTeams = new ConcurrentHashMap<>();
    private volatile Runnable whenAssigned = () -> {};

    /** Callers who hold all but what {@code admin} gives. */
    public final Set<UUID> weak = ConcurrentHashMap.newKeySet();

    /** How often somebody asked for another admin. */
    public final AtomicInteger asked = new AtomicInteger();

    public TenantRoles(Database database) {
        this.database = database;
    }

    /** The roles of a user. */
    public Set<String> of(UUID user) {
        return ofUsers.getOrDefault(user, Set.of());
    }

    /** Looks at what there is when somebody is about to get roles. */
    public void whenAssigned(Runnable look) {
        whenAssigned = look;
    }

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
    public void assignRoles(String tenantSlug, UUID userId, Set<String> roles) {
        requireMayGive(tenantSlug, roles);
        if (of(userId).contains(ADMIN) && !roles.contains(ADMIN)) {
            requireAnotherAdmin(tenantSlug, userId);
        }
        whenAssigned.run();
        ofUsers.put(userId, new TreeSet<>(roles));
    }

    @Override
    public void assignTeamRoles(String tenantSlug, UUID teamId, Set<String> roles) {
        requireMayGive(tenantSlug, roles);
        ofTeams.put(teamId, new TreeSet<>(roles));
    }

    @Override
    public Map<UUID, Set<String>> rolesOf(String tenantSlug, Collection<UUID> users) {
        return rolesOf(users, ofUsers);
    }

    @Override
    public Map<UUID, Set<String>> rolesOfTeams(String tenantSlug, Collection<UUID> teams) {
        return rolesOf(teams, ofTeams);
    }

    @Override
    public void requireMayGrant(Collection<String> keys) {}

    @Override
    public void requireMayGive(String tenantSlug, Set<String> roles) {
        Set<String> unknown = new TreeSet<>(roles);
        unknown.removeAll(KNOWN);
        if (!unknown.isEmpty()) {
            throw PlexicaException.validation(new FieldError("/roles", "there is no role " + unknown));
        }
        ExecutionContext context = Contexts.find();
        Principal caller = context == null ? null : context.principal();
        if (caller != null && weak.contains(caller.id()) && roles.contains(ADMIN)) {
            throw new PlexicaException(ErrorCode.PERMISSION_DENIED, "You do not hold all of this yourself")
                    .with("requiredPermissions", List.of("*"));
        }
    }

    @Override
    public Set<UUID> holders(String tenantSlug, String role) {
        return ofUsers.entrySet().stream()
                .filter(entry -> entry.getValue().contains(role))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Override
    public void requireAnotherAdmin(String tenantSlug, UUID leaving) {
        asked.incrementAndGet();
        List<UUID> active = database.tenant(
                tenantSlug,
                connection -> Sql.list(
                        connection,
                        "SELECT id FROM users WHERE status = 'ACTIVE' AND has_password",
                        row -> row.getObject(1, UUID.class)));
        boolean another = active.stream().anyMatch(id -> !id.equals(leaving) && of(id).contains(ADMIN));
        if (!another) {
            throw PlexicaException.conflict("last-admin", "make somebody else an admin first");
        }
    }

    private static Map<UUID, Set<String>> rolesOf(Collection<UUID> holders, Map<UUID, Set<String>> held) {
        Map<UUID, Set<String>> found = new HashMap<>();
        holders.forEach(holder -> found.put(holder, held.getOrDefault(holder, Set.of())));
        return found;
    }
}
