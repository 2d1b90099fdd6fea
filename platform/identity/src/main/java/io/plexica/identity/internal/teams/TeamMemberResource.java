package io.plexica.identity.internal.teams;

import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.Authenticated;
import io.plexica.spi.authorization.Authorization;
import io.plexica.spi.data.Database;
import io.plexica.spi.tenancy.Workspaces;
import io.plexica.spi.web.Checks;
import io.plexica.spi.web.Here;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The members of a team, whom its ADMINs manage too. */
@Component(service = TeamMemberResource.class)
@PlexicaResource
@Path("/teams/{id}/members")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
public final class TeamMemberResource {

    private static final List<String> ROLES = List.of(TeamRole.ADMIN.name(), TeamRole.MEMBER.name());

    private final TeamService teams;
    private final TeamRights rights;

    @Activate
    public TeamMemberResource(
            @Reference TeamService teams,
            @Reference Authorization authorization,
            @Reference Workspaces workspaces,
            @Reference Database database) {
        this.teams = teams;
        this.rights = new TeamRights(authorization, workspaces, database, teams);
    }

    /** {@code POST /teams/{id}/members}; without a role, MEMBER. */
    public record MemberBody(
            @Nullable UUID userId, @Nullable String role) {

        UUID checked() {
            Checks checks = new Checks().unless(userId != null, "/userId", "is required");
            if (role != null) {
                checks.oneOf("/role", role, ROLES);
            }
            checks.done();
            return Objects.requireNonNull(userId);
        }
    }

    /** {@code PUT /teams/{id}/members/{userId}} */
    public record RoleBody(@Nullable String role) {

        TeamRole checked() {
            new Checks().oneOf("/role", role, ROLES).done();
            return TeamRole.valueOf(String.valueOf(role));
        }
    }

    /** A page of the members. */
    @GET
    public Page<Member> list(@PathParam("id") UUID id, @BeanParam PageQuery paging) {
        String slug = Here.tenant().slug();
        rights.demandSight(slug, id);
        return teams.members(slug, id, paging);
    }

    /** Adds a member. */
    @POST
    public Response add(@PathParam("id") UUID id, @Nullable MemberBody body) {
        String slug = Here.tenant().slug();
        rights.demandCare(slug, id);
        MemberBody wanted = TeamResource.given(body);
        UUID user = wanted.checked();
        TeamRole role = wanted.role() == null ? TeamRole.MEMBER : TeamRole.valueOf(wanted.role());
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/api/v1/teams/" + id + "/members/" + user)
                .entity(teams.addMember(slug, id, user, role))
                .build();
    }

    /** One member. */
    @GET
    @Path("/{userId}")
    public Member get(@PathParam("id") UUID id, @PathParam("userId") UUID user) {
        String slug = Here.tenant().slug();
        rights.demandSight(slug, id);
        return teams.member(slug, id, user);
    }

    /** Gives a member another role in the team. */
    @PUT
    @Path("/{userId}")
    public Member change(@PathParam("id") UUID id, @PathParam("userId") UUID user, @Nullable RoleBody body) {
        String slug = Here.tenant().slug();
        rights.demandCare(slug, id);
        return teams.changeMember(slug, id, user, TeamResource.given(body).checked());
    }

    /** Takes a member out. */
    @DELETE
    @Path("/{userId}")
    public void remove(@PathParam("id") UUID id, @PathParam("userId") UUID user) {
        String slug = Here.tenant().slug();
        rights.demandCare(slug, id);
        teams.removeMember(slug, id, user);
    }
}
