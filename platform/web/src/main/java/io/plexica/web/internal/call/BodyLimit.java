package io.plexica.web.internal.call;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.web.internal.settings.Settings;
import javax.servlet.http.HttpServletRequest;

/** How large the body of a call may be. */
public final class BodyLimit {

    private BodyLimit() {}

    /**
     * The most bytes that may be read from a call.
     *
     * @throws PlexicaException {@code payload-too-large} when the call announces more
     */
    public static long of(HttpServletRequest request, CallTarget target, Settings settings) {
        long most = most(request.getMethod(), request.getRequestURI(), target, settings);
        if (request.getContentLengthLong() > most) {
            throw tooLarge(most);
        }
        return most;
    }

    private static long most(String method, String path, CallTarget target, Settings settings) {
        if (target.kind() != CallTarget.Kind.PLATFORM) {
            return settings.bodyMax();
        }
        if (method.equals("POST") && path.equals(target.basePath() + "/plugins")) {
            return settings.jarMax();
        }
        if (method.equals("POST") && path.equals(target.basePath() + "/tenants/import")) {
            // Whoever takes it knows better how much that may be.
            return Long.MAX_VALUE;
        }
        boolean object = method.equals("PUT") && path.startsWith(target.basePath() + "/files/");
        return object ? settings.objectMax() : settings.bodyMax();
    }

    static PlexicaException tooLarge(long most) {
        return new PlexicaException(
                ErrorCode.PAYLOAD_TOO_LARGE, "The body is too large: at most " + most + " bytes are taken here");
    }
}
