package io.plexica.identity.internal.teams;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Answers;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.RequiresPermission;
import io.plexica.spi.authorization.Authorization;
import io.plexica.spi.data.Database;
import io.plexica.spi.tenancy.Workspaces;
import io.plexica.spi.web.Here;
import io.plexica.spi.web.IfMatch;
import io.plexica.spi.web.WithinWorkspace;
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
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The teams of the caller's tenant. */
@Component(service = TeamResource.class)
@PlexicaResource
@Path("/teams")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequiresPermission(TeamRights.WRITE)
@WithinWorkspace
public final class TeamResource {

    private final TeamService teams;
    private final TeamRights rights;

    @Activate
    public TeamResource(
            @Reference TeamService teams,
            @Reference Authorization authorization,
            @Reference Workspaces workspaces,
            @Reference Database database) {
        this.teams = teams;
        this.rights = new TeamRights(authorization, workspaces, database, teams);
    }

    /** A page of the teams, of one workspace if wanted. */
    @GET
    @RequiresPermission(TeamRights.READ)
    public Page<TeamView> list(@QueryParam("workspaceId") @Nullable UUID workspace, @BeanParam PageQuery paging) {
        return teams.list(Here.tenant().slug(), rights.visible(workspace), paging);
    }

    /** Makes a team. */
    @POST
    @Answers(value = TeamView.class, status = 201)
    public Response create(@Nullable TeamBody body) {
        String slug = Here.tenant().slug();
        TeamBody wanted = given(body);
        teams.attempts()
                .demand(
                        slug,
                        TeamService.CREATED,
                        String.valueOf(wanted.name()),
                        () -> rights.demandWrite(slug, wanted.workspaceId()));
        Team team = teams.create(slug, wanted);
        return answer(
                slug,
                Response.status(Response.Status.CREATED).header(HttpHeaders.LOCATION, "/api/v1/teams/" + team.id()),
                team);
    }

    /** One team. */
    @GET
    @Path("/{id}")
    @RequiresPermission(TeamRights.READ)
    @Answers(TeamView.class)
    public Response get(@PathParam("id") UUID id) {
        String slug = Here.tenant().slug();
        rights.demandSight(slug, id);
        return answer(slug, Response.ok(), teams.get(slug, id));
    }

    /** Gives a team a name, description and roles. */
    @PUT
    @Path("/{id}")
    @Answers(TeamView.class)
    public Response replace(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable TeamBody body) {
        String slug = Here.tenant().slug();
        TeamBody wanted = given(body);
        demandWrite(slug, TeamService.UPDATED, id);
        return answer(slug, Response.ok(), teams.change(slug, id, IfMatch.of(ifMatch), (present, roles) -> wanted));
    }

    /** Changes name, description or roles. */
    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Answers(TeamView.class)
    public Response edit(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable JsonNode patch) {
        String slug = Here.tenant().slug();
        demandWrite(slug, TeamService.UPDATED, id);
        return answer(
                slug,
                Response.ok(),
                teams.change(
                        slug, id, IfMatch.of(ifMatch), (present, roles) -> TeamBody.patched(present, roles, patch)));
    }

    /** Removes a team; its members stay in the tenant. */
    @DELETE
    @Path("/{id}")
    public void delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        String slug = Here.tenant().slug();
        demandWrite(slug, TeamService.DELETED, id);
        teams.remove(slug, id, IfMatch.of(ifMatch));
    }

    private void demandWrite(String slug, String action, UUID team) {
        UUID workspace = teams.get(slug, team).workspaceId();
        teams.attempts().demand(slug, action, team.toString(), () -> rights.demandWrite(slug, workspace));
    }

    static <T> T given(@Nullable T body) {
        if (body == null) {
            throw PlexicaException.validation(new FieldError("", "A JSON body must be given"));
        }
        return body;
    }

    private Response answer(String slug, Response.ResponseBuilder response, Team team) {
        return response.header(HttpHeaders.ETAG, IfMatch.tag(team.version()))
                .entity(teams.view(slug, team))
                .build();
    }
}
