package io.plexica.web.internal.call;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.identity.TokenAuthenticator.Identity;
import io.plexica.web.internal.rooms.Rooms;
import io.plexica.web.internal.settings.Settings;
import io.plexica.web.internal.settings.WebSettings;
import java.util.Locale;
import javax.servlet.http.HttpServletRequest;

/** What happens to a call before anything of JAX-RS sees it: size, token, tenant, the context. */
public final class CallReception {

    /** By this header a caller could make CXF answer at once and work on another thread, without a context. */
    private static final String ONE_WAY = "OnewayRequest";

    private final WebSettings settings;
    private final CallAdmission admission;

    public CallReception(WebSettings settings, Rooms rooms) {
        this.settings = settings;
        this.admission = new CallAdmission(rooms);
    }

    /**
     * Receives a call.
     *
     * @throws PlexicaException the refusal
     */
    public Call receive(HttpServletRequest request, String traceId) {
        Settings now = settings.current();
        CallTarget target = CallTarget.of(request.getRequestURI());
        BodyLimit.of(request, target, now);
        refuseTricks(request);
        CallOrigin sender = CallOrigin.of(request, now);
        String token = Headers.token(request);
        Identity identity = token == null ? null : admission.identify(token, sender, traceId);
        CallClaims claims = CallClaims.of(request, target, token, sender);
        return admission.admit(claims, identity, traceId);
    }

    private static void refuseTricks(HttpServletRequest request) {
        if (request.getHeader(ONE_WAY) != null) {
            throw PlexicaException.validation(new FieldError("/" + ONE_WAY, "is not taken here"));
        }
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.toLowerCase(Locale.ROOT).strip().equals("identity")) {
            throw new PlexicaException(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Send the body as it is: encodings such as gzip are not taken");
        }
    }
}
