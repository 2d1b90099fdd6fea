package io.plexica.identity.internal.rest;

import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.PublicEndpoint;
import io.plexica.identity.internal.Home;
import io.plexica.identity.internal.IdentitySettings;
import io.plexica.identity.internal.users.Invitations;
import io.plexica.identity.internal.users.Invitations.Shown;
import io.plexica.identity.internal.users.Profile;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.identity.UserStatus;
import java.time.Instant;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What somebody with a link may do, before they can sign in. The tenant is known by host or path; without one the link is a
 * super admin's.
 */
@Component(service = InvitationResource.class)
@PlexicaResource
@Path("/invitations/{token}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PublicEndpoint
public final class InvitationResource {

    private final Invitations invitations;
    private final IdentitySettings settings;

    @Activate
    public InvitationResource(@Reference Invitations invitations, @Reference IdentitySettings settings) {
        this.invitations = invitations;
        this.settings = settings;
    }

    /** Whom the link invites where. */
    @GET
    public InvitationView show(@PathParam("token") String token, @Context UriInfo uri) {
        Home home = home(uri);
        return view(home, invitations.show(home, token));
    }

    /** Sets the password; the link is used up then. */
    @POST
    @Path("/accept")
    public InvitationView accept(
            @PathParam("token") String token, @Context UriInfo uri, UserBodies.@Nullable Accept body) {
        Home home = home(uri);
        UserBodies.Accept wanted = UserBodies.given(body);
        Profile names = new Profile(null, wanted.firstName(), wanted.lastName());
        return view(home, invitations.accept(home, token, wanted.password(), names));
    }

    /** The tenant of an invitation; the platform itself has no slug. */
    public record TenantView(@Nullable String slug, String name) {}

    /**
     * A link as the API shows it.
     *
     * @param purpose {@code invitation} or {@code password-reset}
     */
    public record InvitationView(
            String email,
            @Nullable String firstName,
            @Nullable String lastName,
            UserStatus status,
            String purpose,
            TenantView tenant,
            Instant expiresAt) {}

    private static InvitationView view(Home home, Shown shown) {
        return new InvitationView(
                shown.person().email(),
                shown.person().firstName(),
                shown.person().lastName(),
                shown.person().status(),
                shown.purpose().written(),
                new TenantView(home.slug(), shown.tenantName()),
                shown.expiresAt());
    }

    private Home home(UriInfo uri) {
        return AddressedHome.home(Contexts.require().tenant(), uri.getBaseUri(), settings.publicUrl());
    }
}
