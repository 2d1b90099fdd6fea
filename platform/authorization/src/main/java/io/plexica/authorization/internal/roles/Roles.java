package io.plexica.authorization.internal.roles;

import static io.plexica.authorization.internal.grants.AuditedChanges.CREATED;
import static io.plexica.authorization.internal.grants.AuditedChanges.DELETED;
import static io.plexica.authorization.internal.grants.AuditedChanges.UPDATED;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.authorization.internal.body.Bodies;
import io.plexica.authorization.internal.body.MergePatch;
import io.plexica.authorization.internal.grants.AuditedChanges;
import io.plexica.authorization.internal.grants.GrantChanges;
import io.plexica.authorization.internal.grants.Granting;
import io.plexica.authorization.internal.store.Assignments;
import io.plexica.authorization.internal.store.PermissionRow;
import io.plexica.authorization.internal.store.PermissionRows;
import io.plexica.authorization.internal.store.Role;
import io.plexica.authorization.internal.store.RoleRows;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.authorization.Authorization;
import io.plexica.spi.authorization.PermissionKeys;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.web.IfMatch;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The roles of tenants. */
@Component(service = Roles.class)
public final class Roles {

    private static final int MOST_ROLES = 1_000;

    /** What the role admin must keep, or nobody could ever give anything back. */
    private static final String KEEPS = "core:roles:*";

    private final GrantChanges changes;
    private final AuditedChanges attempts;

    @Activate
    public Roles(@Reference GrantChanges changes, @Reference AuditLog audit) {
        this.changes = changes;
        this.attempts = new AuditedChanges(changes, audit, "role");
    }

    public Page<Role> list(String tenantSlug, PageQuery paging) {
        return changes.read(tenantSlug, connection -> RoleRows.list(connection, paging));
    }

    /** The permissions that a tenant knows; of one source alone unless it is null. */
    public Page<PermissionRow> permissions(String tenantSlug, @Nullable String source, PageQuery paging) {
        return changes.read(tenantSlug, connection -> PermissionRows.list(connection, source, paging));
    }

    public Role get(String tenantSlug, UUID id) {
        return changes.read(tenantSlug, connection -> RoleRows.find(connection, id))
                .orElseThrow(Roles::none);
    }

    public Role byName(String tenantSlug, String name) {
        return changes.read(tenantSlug, connection -> RoleRows.byName(connection, name))
                .orElseThrow(() -> PlexicaException.notFound("There is no role '" + name + "' in this tenant"));
    }

    public List<String> names(String tenantSlug) {
        return changes.read(tenantSlug, RoleRows::names);
    }

    public Role create(String tenantSlug, @Nullable JsonNode body) {
        return attempts.make(tenantSlug, CREATED, Bodies.name(body), connection -> {
            RoleDraft draft = RoleDraft.read(body, null, PermissionRows.keys(connection));
            Granting.require(draft.permissions());
            refuseTaken(connection, draft.name(), null);
            if (RoleRows.count(connection) >= MOST_ROLES) {
                throw PlexicaException.conflict("too-many", "a tenant has at most " + MOST_ROLES + " roles");
            }
            UUID id = RoleRows.insert(connection, draft.name(), draft.description());
            RoleRows.setKeys(connection, id, Set.of(), draft.permissions());
            Role role = RoleRows.find(connection, id).orElseThrow();
            attempts.record(tenantSlug, CREATED, id.toString(), null, RoleView.of(role));
            return role;
        });
    }

    public Role replace(String tenantSlug, UUID id, @Nullable JsonNode body, IfMatch ifMatch) {
        return attempts.make(
                tenantSlug,
                UPDATED,
                id.toString(),
                connection -> change(connection, tenantSlug, lock(connection, id), body, ifMatch));
    }

    /** Changes what a merge patch names. */
    public Role patch(String tenantSlug, UUID id, @Nullable JsonNode patch, IfMatch ifMatch) {
        return attempts.make(tenantSlug, UPDATED, id.toString(), connection -> {
            Role present = lock(connection, id);
            JsonNode body = MergePatch.apply(Bodies.tree(RoleView.of(present)), patch);
            return change(connection, tenantSlug, present, body, ifMatch);
        });
    }

    public void delete(String tenantSlug, UUID id, IfMatch ifMatch) {
        attempts.make(tenantSlug, DELETED, id.toString(), connection -> {
            Role role = lock(connection, id);
            ifMatch.require(role.version());
            Granting.requireOver(role.permissions());
            if (role.system()) {
                throw PlexicaException.conflict(
                        "system-role", "every tenant has the role " + role.name() + "; it stays");
            }
            refuseInUse(connection, role);
            RoleRows.delete(connection, id);
            attempts.record(tenantSlug, DELETED, id.toString(), RoleView.of(role), null);
            return role;
        });
    }

    private Role change(Connection connection, String slug, Role present, @Nullable JsonNode body, IfMatch ifMatch)
            throws SQLException {
        ifMatch.require(present.version());
        RoleDraft draft = RoleDraft.read(body, present, PermissionRows.keys(connection));
        if (!isWayBack(connection, present, draft)) {
            Granting.requireOver(present.permissions());
            Granting.require(PermissionKeys.lacking(present.permissions(), draft.permissions()));
        }
        refuseTaken(connection, draft.name(), present.id());
        refuseHelpless(present, draft);
        boolean same = draft.name().equals(present.name())
                && Optional.ofNullable(draft.description()).equals(Optional.ofNullable(present.description()))
                && draft.permissions().equals(present.permissions());
        if (same) {
            return present;
        }
        RoleRows.update(connection, present.id(), draft.name(), draft.description());
        RoleRows.setKeys(connection, present.id(), present.permissions(), draft.permissions());
        Role changed = RoleRows.find(connection, present.id()).orElseThrow();
        attempts.record(slug, UPDATED, present.id().toString(), RoleView.of(present), RoleView.of(changed));
        return changed;
    }

    private static Role lock(Connection connection, UUID id) throws SQLException {
        return RoleRows.lock(connection, id).orElseThrow(Roles::none);
    }

    private static void refuseTaken(Connection connection, String name, @Nullable UUID but) throws SQLException {
        Optional<Role> other =
                RoleRows.byName(connection, name).filter(role -> !role.id().equals(but));
        if (other.isPresent()) {
            throw PlexicaException.conflict(
                    "name-taken", "there is a role " + other.get().name() + " already");
        }
    }

    /**
     * Admins can cut their own role down to very little; without this, nobody in the tenant could ever undo that. To be an
     * admin through a team in one workspace is not enough.
     */
    private static boolean isWayBack(Connection connection, Role present, RoleDraft draft) throws SQLException {
        ExecutionContext context = Contexts.find();
        Principal caller = context == null ? null : context.principal();
        return isAdmin(present)
                && draft.permissions().contains(PermissionKeys.EVERYTHING)
                && caller != null
                && Assignments.USERS
                        .of(connection, Set.of(caller.id()))
                        .getOrDefault(caller.id(), Set.of())
                        .contains(Authorization.ADMIN);
    }

    private static boolean isAdmin(Role role) {
        return role.system() && role.name().equals(Authorization.ADMIN);
    }

    private static void refuseHelpless(Role present, RoleDraft draft) {
        if (isAdmin(present) && draft.permissions().stream().noneMatch(key -> PermissionKeys.covers(key, KEEPS))) {
            throw PlexicaException.conflict(
                    "last-admin", "the role admin keeps " + KEEPS + ", or nobody could give anything back");
        }
    }

    private static void refuseInUse(Connection connection, Role role) throws SQLException {
        Set<String> dependants = new TreeSet<>();
        for (Assignments kind : Assignments.values()) {
            kind.names(connection, role.name()).forEach(name -> dependants.add(kind.word() + " " + name));
        }
        if (!dependants.isEmpty()) {
            throw PlexicaException.conflict(
                            "dependants", "the role " + role.name() + " is held; take it from its holders first")
                    .with("dependants", List.copyOf(dependants));
        }
    }

    private static PlexicaException none() {
        return PlexicaException.notFound("There is no such role in this tenant");
    }
}
