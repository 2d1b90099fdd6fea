package io.plexica.tenancy.internal.workspaces;

import io.plexica.api.rest.Answers;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.Authenticated;
import io.plexica.spi.tenancy.Workspaces;
import io.plexica.spi.web.Here;
import io.plexica.spi.web.IfMatch;
import io.plexica.tenancy.internal.workspaces.MemberService.Member;
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

/** Who belongs to a workspace of the caller's tenant. */
@Component(service = MemberResource.class)
@PlexicaResource
@Path("/workspaces/{id}/members")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
public final class MemberResource {

    private final WorkspaceService workspaces;
    private final MemberService members;
    private final WorkspaceRights rights;

    @Activate
    public MemberResource(
            @Reference WorkspaceService workspaces, @Reference MemberService members, @Reference Workspaces places) {
        this.workspaces = workspaces;
        this.members = members;
        this.rights = new WorkspaceRights(places);
    }

    /** A page of the members; addresses and names for those who may see people. */
    @GET
    public Page<MemberJson> list(@PathParam("id") UUID id, @BeanParam PageQuery paging) {
        String tenant = Here.tenant().slug();
        WorkspaceRow workspace = visible(tenant, id);
        boolean named = rights.maySeePeople(tenant, workspace);
        if (!named && !paging.text().isEmpty()) {
            throw WorkspaceRights.denied(WorkspaceRights.PEOPLE, " to search for people");
        }
        Page<MemberJson> page = members.list(tenant, workspace, paging);
        return named ? page : page.map(MemberJson::anonymous);
    }

    /** Makes a user a member. */
    @POST
    @Answers(value = MemberJson.class, status = 201)
    public Response add(@PathParam("id") UUID id, @Nullable MemberBody body) {
        String tenant = Here.tenant().slug();
        Member member = members.add(tenant, managed(tenant, id), body);
        String location =
                "/api/v1/workspaces/" + id + "/members/" + member.json().userId();
        return answer(Response.status(Response.Status.CREATED).header(HttpHeaders.LOCATION, location), member);
    }

    /** One member. */
    @GET
    @Path("/{userId}")
    @Answers(MemberJson.class)
    public Response get(@PathParam("id") UUID id, @PathParam("userId") UUID userId) {
        String tenant = Here.tenant().slug();
        WorkspaceRow workspace = visible(tenant, id);
        Member member = members.get(tenant, workspace, userId);
        return answer(
                Response.ok(),
                rights.maySeePeople(tenant, workspace)
                        ? member
                        : new Member(member.version(), member.json().anonymous()));
    }

    /** Gives a member a role. */
    @PUT
    @Path("/{userId}")
    @Answers(MemberJson.class)
    public Response replace(
            @PathParam("id") UUID id,
            @PathParam("userId") UUID userId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable RoleBody body) {
        String tenant = Here.tenant().slug();
        WorkspaceRow workspace = managed(tenant, id);
        RoleBody wanted = RoleBody.required(body);
        return answer(
                Response.ok(), members.change(tenant, workspace, userId, IfMatch.of(ifMatch), wanted::checkedFor));
    }

    /** Changes a member's role. */
    @PATCH
    @Path("/{userId}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Answers(MemberJson.class)
    public Response edit(
            @PathParam("id") UUID id,
            @PathParam("userId") UUID userId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable RoleBody body) {
        return replace(id, userId, ifMatch, body);
    }

    /** Takes a member out. */
    @DELETE
    @Path("/{userId}")
    public void remove(
            @PathParam("id") UUID id,
            @PathParam("userId") UUID userId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        String tenant = Here.tenant().slug();
        members.remove(tenant, managed(tenant, id), userId, IfMatch.of(ifMatch));
    }

    private WorkspaceRow visible(String tenant, UUID id) {
        WorkspaceRow workspace = workspaces.get(tenant, id);
        rights.requireSight(tenant, workspace);
        return workspace;
    }

    private WorkspaceRow managed(String tenant, UUID id) {
        WorkspaceRow workspace = workspaces.get(tenant, id);
        rights.requireCare(tenant, workspace);
        return workspace;
    }

    private static Response answer(Response.ResponseBuilder response, Member member) {
        return response.header(HttpHeaders.ETAG, IfMatch.tag(member.version()))
                .entity(member.json())
                .build();
    }
}
