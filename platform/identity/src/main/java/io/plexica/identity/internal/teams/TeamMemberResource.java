package io.plexica.identity.internal.teams;

import io.plexica.api.rest.Answers;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.Authenticated;
import io.plexica.spi.authorization.Authorization;
import io.plexica.spi.data.Database;
import io.plexica.spi.tenancy.Workspaces;
import io.plexica.spi.web.Here;
import io.plexica.spi.web.IfMatch;
import java.util.UUID;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
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

    /** A page of the members. */
    @GET
    public Page<MemberView> list(@PathParam("id") UUID id, @BeanParam PageQuery paging) {
        String slug = Here.tenant().slug();
        rights.demandSight(slug, id);
        return teams.members(slug, id, paging).map(MemberView::of);
    }

    /** Adds a member. */
    @POST
    @Answers(value = MemberView.class, status = 201)
    public Response add(@PathParam("id") UUID id, MemberBodies.@Nullable Joining body) {
        String slug = Here.tenant().slug();
        demandCare(slug, TeamService.MEMBER_ADDED, id);
        MemberBodies.Joining wanted = TeamResource.given(body);
        UUID user = wanted.checked();
        return answer(
                Response.status(Response.Status.CREATED)
                        .header(HttpHeaders.LOCATION, "/api/v1/teams/" + id + "/members/" + user),
                teams.addMember(slug, id, user, wanted.roleOrMember()));
    }

    /** One member. */
    @GET
    @Path("/{userId}")
    @Answers(MemberView.class)
    public Response get(@PathParam("id") UUID id, @PathParam("userId") UUID user) {
        String slug = Here.tenant().slug();
        rights.demandSight(slug, id);
        return answer(Response.ok(), teams.member(slug, id, user));
    }

    /** Gives a member a role in the team. */
    @PUT
    @Path("/{userId}")
    @Answers(MemberView.class)
    public Response replace(
            @PathParam("id") UUID id,
            @PathParam("userId") UUID user,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            MemberBodies.@Nullable Change body) {
        String slug = Here.tenant().slug();
        demandCare(slug, TeamService.MEMBER_CHANGED, id);
        MemberBodies.Change wanted = TeamResource.given(body);
        return answer(Response.ok(), teams.changeMember(slug, id, user, IfMatch.of(ifMatch), wanted::checked));
    }

    /** Changes a member's role in the team. */
    @PATCH
    @Path("/{userId}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Answers(MemberView.class)
    public Response edit(
            @PathParam("id") UUID id,
            @PathParam("userId") UUID user,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            MemberBodies.@Nullable Change body) {
        return replace(id, user, ifMatch, body);
    }

    /** Takes a member out. */
    @DELETE
    @Path("/{userId}")
    public void remove(
            @PathParam("id") UUID id,
            @PathParam("userId") UUID user,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        String slug = Here.tenant().slug();
        demandCare(slug, TeamService.MEMBER_REMOVED, id);
        teams.removeMember(slug, id, user, IfMatch.of(ifMatch));
    }

    private void demandCare(String slug, String action, UUID team) {
        teams.attempts().demand(slug, action, team.toString(), () -> rights.demandCare(slug, team));
    }

    private static Response answer(Response.ResponseBuilder response, Member member) {
        return response.header(HttpHeaders.ETAG, IfMatch.tag(member.version()))
                .entity(MemberView.of(member))
                .build();
    }
}
