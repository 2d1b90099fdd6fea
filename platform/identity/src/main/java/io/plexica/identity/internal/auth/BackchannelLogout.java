package io.plexica.identity.internal.auth;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.identity.internal.tokens.LogoutTokenVerifier;
import io.plexica.identity.internal.tokens.LogoutTokenVerifier.Logout;
import io.plexica.identity.internal.tokens.Revocations;
import io.plexica.spi.data.Database;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Ends sign-ins that the identity server says have ended there. */
@Component(service = BackchannelLogout.class)
public final class BackchannelLogout {

    private static final String FIELD = "logout_token=";

    private final LogoutTokenVerifier verifier;
    private final Revocations revocations;
    private final Database database;

    @Activate
    public BackchannelLogout(
            @Reference LogoutTokenVerifier verifier, @Reference Revocations revocations, @Reference Database database) {
        this.verifier = verifier;
        this.revocations = revocations;
        this.database = database;
    }

    /**
     * Heeds a logout token.
     *
     * @param form the body, with one field {@code logout_token}
     * @throws PlexicaException {@code validation-failed} when it is not to be believed, or comes again
     */
    void heed(String form) {
        Logout logout = verified(token(form));
        database.together(() -> {
            if (!revocations.isFirst(logout.realm().realm(), logout.id(), logout.until())) {
                throw refused(null);
            }
            end(logout);
            return logout;
        });
    }

    private void end(Logout logout) {
        String realm = logout.realm().realm();
        if (logout.session() != null) {
            revocations.endSession(realm, logout.session());
        } else if (logout.user() != null) {
            // Moments are to the second: what was issued in the same one was issued before.
            revocations.endUser(realm, logout.user(), logout.issuedAt().plusSeconds(1));
        }
    }

    private Logout verified(String token) {
        try {
            return verifier.verify(token);
        } catch (PlexicaException e) {
            throw e.code() == ErrorCode.UNAUTHENTICATED ? refused(e) : e;
        }
    }

    private static String token(String form) {
        List<String> values = Stream.of(form.split("&"))
                .filter(field -> field.startsWith(FIELD))
                .map(field -> field.substring(FIELD.length()))
                .toList();
        if (values.size() != 1) {
            throw PlexicaException.validation(new FieldError("/logout_token", "must be given once"));
        }
        try {
            return URLDecoder.decode(values.get(0), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw refused(e);
        }
    }

    private static PlexicaException refused(@Nullable Throwable cause) {
        return new PlexicaException(
                ErrorCode.VALIDATION_FAILED, "The logout token is not valid, or has been heeded already", cause);
    }
}
