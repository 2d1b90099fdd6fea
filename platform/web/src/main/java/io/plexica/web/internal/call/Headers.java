package io.plexica.web.internal.call;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import java.util.Enumeration;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Headers of which there may be one at most. */
final class Headers {

    static final String TENANT = "X-Tenant-Slug";
    static final String WORKSPACE = "X-Workspace-Id";

    private static final String SCHEME = "Bearer ";
    private static final Pattern ID =
            Pattern.compile("^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$");

    private Headers() {}

    /** The access token of a call; null when it sends none. */
    static @Nullable String token(HttpServletRequest request) {
        Enumeration<String> values = request.getHeaders("Authorization");
        if (!values.hasMoreElements()) {
            return null;
        }
        String value = values.nextElement().strip();
        if (values.hasMoreElements()) {
            throw unauthenticated("Send the header Authorization once");
        }
        if (!value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw unauthenticated("Send the access token as 'Authorization: Bearer <token>'");
        }
        return value.substring(SCHEME.length()).strip();
    }

    static @Nullable String tenant(HttpServletRequest request) {
        return single(request, TENANT);
    }

    static @Nullable UUID workspace(HttpServletRequest request) {
        String id = single(request, WORKSPACE);
        if (id != null && !ID.matcher(id).matches()) {
            throw refused(WORKSPACE, "must be a UUID");
        }
        return id == null ? null : UUID.fromString(id);
    }

    private static @Nullable String single(HttpServletRequest request, String name) {
        Enumeration<String> values = request.getHeaders(name);
        if (!values.hasMoreElements()) {
            return null;
        }
        String value = values.nextElement().strip();
        if (values.hasMoreElements()) {
            throw refused(name, "must be sent once at most");
        }
        if (value.isEmpty()) {
            throw refused(name, "must not be empty; leave it out instead");
        }
        return value;
    }

    private static PlexicaException refused(String name, String message) {
        return PlexicaException.validation(new FieldError("/" + name, message));
    }

    private static PlexicaException unauthenticated(String detail) {
        return new PlexicaException(ErrorCode.UNAUTHENTICATED, detail);
    }
}
