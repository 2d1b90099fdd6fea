package io.plexica.identity.internal.auth;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.identity.IdentityProvider.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of {@link AuthResource}. None shows what it holds in {@code toString}. */
final class AuthBodies {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_PASSWORD = 1024;
    private static final int LONGEST_TOKEN = 16_384;

    private AuthBodies() {}

    /** {@code POST /auth/login} */
    record Login(
            @Nullable String tenant,
            @Nullable String username,
            @Nullable String password) {

        Login checked() {
            List<FieldError> errors = new ArrayList<>();
            check(errors, "tenant", tenant, LONGEST_NAME);
            check(errors, "username", username, LONGEST_NAME);
            check(errors, "password", password, LONGEST_PASSWORD);
            return refuse(errors, this);
        }

        @Override
        public String toString() {
            return "Login[tenant=" + tenant + "]";
        }
    }

    /** {@code POST /auth/refresh} and {@code POST /auth/logout} */
    record Session(@Nullable String tenant, @Nullable String refreshToken) {

        Session checked() {
            List<FieldError> errors = new ArrayList<>();
            check(errors, "refreshToken", refreshToken, LONGEST_TOKEN);
            if (tenant != null) {
                check(errors, "tenant", tenant, LONGEST_NAME);
            }
            return refuse(errors, this);
        }

        @Override
        public String toString() {
            return "Session[tenant=" + tenant + "]";
        }
    }

    /** The answer of login and refresh. */
    record Granted(String accessToken, String refreshToken, long expiresIn, String tokenType) {

        static Granted of(Tokens tokens) {
            return new Granted(tokens.accessToken(), tokens.refreshToken(), tokens.expiresIn(), "Bearer");
        }

        @Override
        public String toString() {
            return "Granted[expiresIn=" + expiresIn + "]";
        }
    }

    private static void check(List<FieldError> errors, String name, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            errors.add(new FieldError("/" + name, "must be given"));
        } else if (value.length() > longest) {
            errors.add(new FieldError("/" + name, "must not be longer than " + longest + " characters"));
        } else if (value.indexOf('\0') >= 0) {
            errors.add(new FieldError("/" + name, "must not contain the character NUL"));
        }
    }

    private static <T> T refuse(List<FieldError> errors, T body) {
        if (!errors.isEmpty()) {
            throw PlexicaException.validation(errors);
        }
        return body;
    }
}
