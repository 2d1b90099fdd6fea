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
    public static long of(HttpServletRequest request, Target target, Settings settings) {
        boolean archive = request.getMethod().equals("POST")
                && target.kind() == Target.Kind.PLATFORM
                && request.getRequestURI().equals(target.basePath() + "/plugins");
        long most = archive ? settings.jarMax() : settings.bodyMax();
        if (request.getContentLengthLong() > most) {
            throw tooLarge(most);
        }
        return most;
    }

    static PlexicaException tooLarge(long most) {
        return new PlexicaException(
                ErrorCode.PAYLOAD_TOO_LARGE, "The body is too large: at most " + most + " bytes are taken here");
    }
}
