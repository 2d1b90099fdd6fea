package io.plexica.identity.internal.auth;

import static java.util.Objects.requireNonNull;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.Authenticated;
import io.plexica.api.security.PublicEndpoint;
import io.plexica.identity.internal.auth.AuthBodies.Granted;
import io.plexica.identity.internal.auth.AuthBodies.Login;
import io.plexica.identity.internal.auth.AuthBodies.Session;
import io.plexica.spi.context.Contexts;
import javax.ws.rs.Consumes;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Signing in and out. */
@Component(service = AuthResource.class)
@PlexicaResource
@Path("/auth")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class AuthResource {

    private static final String SCHEME = "Bearer ";

    private final Logins logins;
    private final Sessions sessions;

    @Activate
    public AuthResource(@Reference Logins logins, @Reference Sessions sessions) {
        this.logins = logins;
        this.sessions = sessions;
    }

    /** Exchanges a name and password for tokens. */
    @POST
    @Path("/login")
    @PublicEndpoint
    public Granted login(@Nullable Login body) {
        Login login = given(body).checked();
        return Granted.of(logins.login(
                requireNonNull(login.tenant()),
                requireNonNull(login.username()).strip(),
                requireNonNull(login.password()),
                Contexts.require().remoteAddress()));
    }

    /** Exchanges a refresh token for new tokens. */
    @POST
    @Path("/refresh")
    @PublicEndpoint
    public Granted refresh(@Nullable Session body) {
        Session session = given(body).checked();
        return Granted.of(sessions.refresh(session.tenant(), requireNonNull(session.refreshToken())));
    }

    /** Ends the sign-in of the access token: all its tokens are dead. */
    @POST
    @Path("/logout")
    @Authenticated
    public void logout(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, @Nullable Session body) {
        Session session = given(body).checked();
        String accessToken = authorization.substring(SCHEME.length()).strip();
        sessions.logout(session.tenant(), accessToken, requireNonNull(session.refreshToken()));
    }

    private static <T> T given(@Nullable T body) {
        if (body == null) {
            throw PlexicaException.validation(new FieldError("", "A JSON body must be given"));
        }
        return body;
    }
}
