package io.plexica.tenancy.internal.workspaces;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.data.Database;
import io.plexica.spi.identity.UserSummary;
import io.plexica.spi.identity.Users;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.web.IfMatch;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Who belongs to workspaces, as REST and the shell use it; who may do it has been asked before. No foreign key leads to users,
 * which are another room's: the workspace is locked first, then the user, who does not go meanwhile, then rows about them. Safe
 * for all threads.
 */
@Component(service = MemberService.class)
public final class MemberService {

    static final String ADDED = "core.workspace.member-added";
    private static final String CHANGED = "core.workspace.member-changed";
    private static final String REMOVED = "core.workspace.member-removed";

    private final Changes changes;
    private final Users users;
    private final WorkspaceListeners listeners;

    @Activate
    public MemberService(
            @Reference Database database,
            @Reference AuditLog audit,
            @Reference MembershipCache places,
            @Reference Users users,
            @Reference WorkspaceListeners listeners) {
        this.changes = new Changes(database, audit, places);
        this.users = users;
        this.listeners = listeners;
    }

    /** A page of the members; of the default workspace everybody is one. */
    public Page<MemberJson> list(String tenant, WorkspaceRow workspace, PageQuery paging) {
        return new MemberList(changes, users).page(tenant, workspace, paging);
    }

    /** One member. */
    public Member get(String tenant, WorkspaceRow workspace, UUID userId) {
        Optional<MemberRow> row = find(tenant, workspace, userId);
        Optional<UserSummary> user = users.find(tenant, userId);
        if (row.isPresent()) {
            return new Member(row.get().version(), MemberJson.of(row.get(), user.orElse(null)));
        }
        if (user.isPresent() && workspace.isDefault()) {
            return new Member(0, MemberJson.ofDefault(user.get(), null));
        }
        throw notMember();
    }

    /** The id of the user with this address. */
    public UUID userId(String tenant, String email) {
        return user(tenant, new MemberBody(null, email, null)).id();
    }

    /** The role with this name, in capitals or not. */
    public WorkspaceRole role(String name) {
        return Arrays.stream(WorkspaceRole.values())
                .filter(role -> role.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> PlexicaException.validation(
                        new FieldError("/role", "must be one of " + Arrays.toString(WorkspaceRole.values()))));
    }

    /** Makes a user of the tenant a member. */
    public Member add(String tenant, WorkspaceRow workspace, @Nullable MemberBody body) {
        if (body == null) {
            throw PlexicaException.validation(new FieldError("", "must be a JSON object"));
        }
        UserSummary found = user(tenant, body.checked());
        return changes.make(tenant, ADDED, workspace.id().toString(), () -> {
            refuseDefault(workspace, "everybody is its member already: set the role by PUT instead");
            changes.lock(tenant, workspace.id());
            UserSummary user = users.hold(tenant, found.id()).orElseThrow(() -> noUser(body));
            MemberRow row = changes.read(
                            tenant,
                            connection ->
                                    MemberStore.insert(connection, workspace.id(), user.id(), body.roleOrMember()))
                    .orElseThrow(() -> PlexicaException.conflict(
                            "already-member", user.email() + " is a member of this workspace already"));
            changes.record(tenant, ADDED, workspace.id(), null, state(user.id(), row.role()));
            return new Member(row.version(), MemberJson.of(row, user));
        });
    }

    /** Gives a member another role. */
    public Member change(String tenant, WorkspaceRow workspace, UUID userId, WorkspaceRole role, IfMatch condition) {
        return change(tenant, workspace, userId, condition, present -> role);
    }

    /**
     * Gives a member another role.
     *
     * @param wanted makes the role of what the member is
     */
    Member change(
            String tenant,
            WorkspaceRow workspace,
            UUID userId,
            IfMatch condition,
            Function<MemberJson, WorkspaceRole> wanted) {
        return changes.make(tenant, CHANGED, workspace.id().toString(), () -> {
            changes.lock(tenant, workspace.id());
            if (users.hold(tenant, userId).isEmpty()) {
                throw notMember();
            }
            Member before = get(tenant, workspace, userId);
            condition.require(before.version());
            WorkspaceRole role = wanted.apply(before.json());
            if (before.json().role() == role) {
                return before;
            }
            changes.read(tenant, connection -> MemberStore.put(connection, workspace.id(), userId, role));
            changes.record(
                    tenant, CHANGED, workspace.id(), state(userId, before.json().role()), state(userId, role));
            return get(tenant, workspace, userId);
        });
    }

    /** Takes a member out; the last admin may go too, since the tenant's admins remain. */
    public void remove(String tenant, WorkspaceRow workspace, UUID userId, IfMatch condition) {
        changes.make(tenant, REMOVED, workspace.id().toString(), () -> {
            refuseDefault(workspace, "everybody is its member: nobody can be taken out");
            changes.lock(tenant, workspace.id());
            // Whoever removes the user locks them first and their memberships then; who is gone already has none.
            users.hold(tenant, userId);
            MemberRow row = find(tenant, workspace, userId).orElseThrow(MemberService::notMember);
            condition.require(row.version());
            listeners.memberRemoved(tenant, workspace.id(), userId);
            changes.record(tenant, REMOVED, workspace.id(), state(userId, row.role()), null);
            return changes.read(tenant, connection -> MemberStore.delete(connection, workspace.id(), userId));
        });
    }

    private Optional<MemberRow> find(String tenant, WorkspaceRow workspace, UUID userId) {
        return changes.read(tenant, connection -> MemberStore.find(connection, workspace.id(), userId));
    }

    private UserSummary user(String tenant, MemberBody body) {
        Optional<UserSummary> user = body.userId() != null
                ? users.find(tenant, body.userId())
                : users.byEmail(tenant, String.valueOf(body.email()));
        return user.orElseThrow(() -> noUser(body));
    }

    private static PlexicaException noUser(MemberBody body) {
        return PlexicaException.validation(new FieldError(
                body.userId() != null ? "/userId" : "/email", "is no user of this tenant: invite the person first"));
    }

    private static void refuseDefault(WorkspaceRow workspace, String why) {
        if (workspace.isDefault()) {
            throw PlexicaException.conflict("default-workspace", why);
        }
    }

    private static PlexicaException notMember() {
        return PlexicaException.notFound("There is no such member of this workspace");
    }

    static Map<String, Object> state(UUID userId, WorkspaceRole role) {
        return Map.of("userId", userId, "role", role);
    }

    /**
     * A member and what its {@code ETag} is made of.
     *
     * @param version 0 for who is a member of the default workspace like everybody
     */
    public record Member(long version, MemberJson json) {}
}
