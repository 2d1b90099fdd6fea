package io.plexica.tenancy.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.rest.Answers;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.RequiresPermission;
import io.plexica.spi.web.Here;
import io.plexica.spi.web.IfMatch;
import io.plexica.tenancy.internal.TenantJson;
import io.plexica.tenancy.internal.TenantRow;
import io.plexica.tenancy.internal.TenantService;
import java.util.function.Function;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Settings and theme of the caller's tenant, for its own people. */
@Component(service = SettingsResource.class)
@PlexicaResource
@Path("/settings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
public final class SettingsResource {

    private static final String READ = "core:settings:read";
    private static final String WRITE = "core:settings:write";

    private final TenantService tenants;

    @Activate
    public SettingsResource(@Reference TenantService tenants) {
        this.tenants = tenants;
    }

    /** The settings. */
    @GET
    @RequiresPermission(READ)
    @Answers(JsonNode.class)
    public Response settings() {
        return answer(tenants.get(slug()), TenantJson::settings);
    }

    /** Changes settings. */
    @PATCH
    @RequiresPermission(WRITE)
    @Answers(JsonNode.class)
    public Response changeSettings(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Nullable JsonNode patch) {
        return answer(tenants.editSettings(slug(), patch, IfMatch.of(ifMatch)), TenantJson::settings);
    }

    /** The theme. */
    @GET
    @Path("/theme")
    @RequiresPermission(READ)
    @Answers(JsonNode.class)
    public Response theme() {
        return answer(tenants.get(slug()), TenantJson::theme);
    }

    /** Changes the theme. */
    @PATCH
    @Path("/theme")
    @RequiresPermission(WRITE)
    @Answers(JsonNode.class)
    public Response changeTheme(@HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Nullable JsonNode patch) {
        return answer(tenants.editTheme(slug(), patch, IfMatch.of(ifMatch)), TenantJson::theme);
    }

    private static String slug() {
        return Here.tenant().slug();
    }

    /** Both are parts of one object, the tenant, and share its version. */
    private static Response answer(TenantRow row, Function<TenantJson, JsonNode> part) {
        return Response.ok(part.apply(TenantJson.of(row)))
                .header(HttpHeaders.ETAG, IfMatch.tag(row.version()))
                .build();
    }
}
