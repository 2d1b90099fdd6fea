package io.plexica.identity.internal.teams;

import static java.util.Objects.requireNonNull;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.identity.internal.AuditedChanges;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.authorization.Authorization;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.identity.Users;
import io.plexica.spi.signal.Signals;
import io.plexica.spi.tenancy.Workspaces;
import io.plexica.spi.web.Checks;
import io.plexica.spi.web.IfMatch;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Teams and their members, as REST and the shell use them; who may do it has been asked before. Safe for all threads. */
@Component(service = TeamService.class)
public final class TeamService {

    static final String CREATED = "core.team.created";
    static final String UPDATED = "core.team.updated";
    static final String DELETED = "core.team.deleted";
    static final String MEMBER_ADDED = "core.team.member-added";
    static final String MEMBER_CHANGED = "core.team.member-changed";
    static final String MEMBER_REMOVED = "core.team.member-removed";

    private final Authorization authorization;
    private final Workspaces workspaces;
    private final Users users;
    private final Database database;
    private final TeamStore teams;
    private final TeamChanges changes;
    private final AuditedChanges attempts;

    @Activate
    public TeamService(
            @Reference Authorization authorization,
            @Reference Workspaces workspaces,
            @Reference Users users,
            @Reference AuditLog audit,
            @Reference Signals signals,
            @Reference Database database,
            @Reference(target = "(plexica.room=identity)") SchemaReady schemaReady) {
        this.authorization = authorization;
        this.workspaces = workspaces;
        this.users = users;
        this.database = database;
        this.teams = new TeamStore(database);
        this.changes = new TeamChanges(audit, signals);
        this.attempts = new AuditedChanges(audit, "team");
    }

    /** Where refusals go on record. */
    AuditedChanges attempts() {
        return attempts;
    }

    /** A page of the teams. */
    public Page<TeamView> list(String slug, @Nullable UUID workspace, PageQuery paging) {
        Page<Team> page = teams.list(slug, workspace, paging);
        Map<UUID, Set<String>> roles = authorization.rolesOfTeams(
                slug, page.items().stream().map(Team::id).collect(Collectors.toSet()));
        return page.map(team -> TeamView.of(team, roles.getOrDefault(team.id(), Set.of())));
    }

    /** One team. */
    public Team get(String slug, UUID id) {
        return teams.find(slug, id).orElseThrow(TeamStore::unknown);
    }

    /** A team as the API shows one. */
    public TeamView view(String slug, Team team) {
        return TeamView.of(team, roles(slug, team.id()));
    }

    /** The names of the roles that a team carries. */
    public Set<String> roles(String slug, UUID team) {
        return authorization.rolesOfTeams(slug, Set.of(team)).getOrDefault(team, Set.of());
    }

    /** Makes a team. */
    public Team create(String slug, TeamBody body) {
        Checks checks = body.check(null);
        UUID workspace = body.workspaceId();
        boolean known = workspace != null
                && workspaces.all(slug).stream().anyMatch(place -> place.id().equals(workspace));
        checks.unless(workspace != null, "/workspaceId", "is required");
        checks.unless(workspace == null || known, "/workspaceId", "is no workspace of this tenant");
        checks.done();
        return attempts.make(
                slug,
                CREATED,
                body.tidyName(),
                () -> database.together(() -> {
                    Team team = teams.add(slug, requireNonNull(workspace), body.tidyName(), body.tidyDescription());
                    changes.record(slug, CREATED, team.id(), null, team.audited());
                    authorization.assignTeamRoles(slug, team.id(), body.roleNames());
                    return team;
                }));
    }

    /**
     * Changes a team.
     *
     * @param wanted makes what is wanted of the team and its roles
     */
    public Team change(String slug, UUID id, IfMatch match, BiFunction<Team, Set<String>, TeamBody> wanted) {
        return attempts.make(
                slug,
                UPDATED,
                id.toString(),
                () -> database.together(() -> {
                    Team before = teams.lock(slug, id);
                    match.require(before.version());
                    Set<String> roles = roles(slug, id);
                    TeamBody body = wanted.apply(before, roles);
                    Checks checks = body.check(before);
                    checks.unless(
                            body.workspaceId() == null || body.workspaceId().equals(before.workspaceId()),
                            "/workspaceId",
                            "never changes");
                    checks.done();
                    Team after = teams.change(slug, id, body.tidyName(), body.tidyDescription());
                    changes.record(slug, UPDATED, id, before.audited(), after.audited());
                    if (!roles.equals(body.roleNames())) {
                        authorization.assignTeamRoles(slug, id, body.roleNames());
                    }
                    return after;
                }));
    }

    /** Removes a team. */
    public void remove(String slug, UUID id, IfMatch match) {
        database.together(() -> {
            Team before = teams.lock(slug, id);
            match.require(before.version());
            changes.record(slug, DELETED, id, before.audited(), null);
            teams.remove(slug, id);
            return before;
        });
    }

    /** A page of the members. */
    public Page<Member> members(String slug, UUID team, PageQuery paging) {
        get(slug, team);
        return teams.members(slug, team, paging);
    }

    /** One member. */
    public Member member(String slug, UUID team, UUID user) {
        get(slug, team);
        return teams.member(slug, team, user)
                .orElseThrow(() -> PlexicaException.notFound("There is no such member of this team"));
    }

    /** Adds a member, who must be one of the team's workspace. */
    public Member addMember(String slug, UUID teamId, UUID user, TeamRole role) {
        return attempts.make(
                slug,
                MEMBER_ADDED,
                teamId.toString(),
                () -> database.together(() -> {
                    demandColleague(slug, get(slug, teamId), user);
                    teams.lock(slug, teamId);
                    if (!teams.addMember(slug, teamId, user, role)) {
                        throw PlexicaException.conflict("already-member", "this user is a member of the team already");
                    }
                    Member added = member(slug, teamId, user);
                    changes.record(slug, MEMBER_ADDED, teamId, null, added.audited());
                    return added;
                }));
    }

    /**
     * Gives a member another role in the team.
     *
     * @param wanted makes the role of what the member is
     */
    public Member changeMember(String slug, UUID team, UUID user, IfMatch match, Function<Member, TeamRole> wanted) {
        return database.together(() -> {
            teams.lock(slug, team);
            Member before = member(slug, team, user);
            match.require(before.version());
            TeamRole role = wanted.apply(before);
            if (before.role() == role) {
                return before;
            }
            teams.changeMember(slug, team, user, role);
            Member after = member(slug, team, user);
            changes.record(slug, MEMBER_CHANGED, team, before.audited(), after.audited());
            return after;
        });
    }

    /** Takes a member out. */
    public void removeMember(String slug, UUID team, UUID user, IfMatch match) {
        database.together(() -> {
            teams.lock(slug, team);
            Member before = member(slug, team, user);
            match.require(before.version());
            teams.removeMember(slug, team, user);
            changes.record(slug, MEMBER_REMOVED, team, before.audited(), null);
            return before;
        });
    }

    /** Somebody of the team's workspace stays one until the unit of work ends. Workspace, user and team are locked in this order, as everywhere. */
    private void demandColleague(String slug, Team team, UUID user) {
        boolean colleague = workspaces.holdMember(slug, team.workspaceId(), user)
                && users.hold(slug, user).isPresent();
        if (!colleague) {
            throw PlexicaException.validation(
                    new FieldError("/userId", "is no member of the team's workspace: make them one first"));
        }
    }
}
