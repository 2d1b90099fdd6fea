package io.plexica.identity.internal.auth;

import io.plexica.api.rest.Answers;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.PublicEndpoint;
import io.plexica.identity.internal.issuer.IssuerKeys;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What other servers call: the identity server to tell of a logout, remote services to check the platform's tokens. */
@Component(service = PublicAuthResource.class)
@PlexicaResource
@Path("/auth")
@Produces(MediaType.APPLICATION_JSON)
public final class PublicAuthResource {

    private static final String NO_KEYS = "{\"keys\":[]}";

    private final BackchannelLogout logout;
    private final IssuerKeys keys;

    @Activate
    public PublicAuthResource(@Reference BackchannelLogout logout, @Reference IssuerKeys keys) {
        this.logout = logout;
        this.keys = keys;
    }

    /** OpenID Connect Back-Channel Logout 1.0: ends the sign-in that a logout token names. */
    @POST
    @Path("/backchannel-logout")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PublicEndpoint
    @Answers(void.class)
    public Response logout(@Nullable String form) {
        logout.heed(form == null ? "" : form);
        return Response.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    /** The public keys of the platform's own tokens, as a JSON Web Key Set. */
    @GET
    @Path("/keys")
    @PublicEndpoint
    @Answers(Map.class)
    public Response keys() {
        String document = keys.document();
        return Response.ok(document.isEmpty() ? NO_KEYS : document)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
                .build();
    }
}
