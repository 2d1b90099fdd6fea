package io.plexica.web.internal.call;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.identity.TokenAuthenticator.Identity;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.web.internal.rooms.Rooms;
import io.plexica.web.internal.settings.Settings;
import io.plexica.web.internal.settings.WebSettings;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** What happens to a call before anything of JAX-RS sees it: size, token, tenant, the context. */
public final class Reception {

    /** By this header a caller could make CXF answer at once and work on another thread, without a context. */
    private static final String ONE_WAY = "OnewayRequest";

    private static final Pattern PREVIEW = Pattern.compile("(^|&)dryRun(=(?!false(&|$))|&|$)");

    private final WebSettings settings;
    private final Rooms rooms;

    public Reception(WebSettings settings, Rooms rooms) {
        this.settings = settings;
        this.rooms = rooms;
    }

    /**
     * Receives a call.
     *
     * @throws PlexicaException the refusal
     */
    public Call receive(HttpServletRequest request, String traceId) {
        Settings now = settings.current();
        String path = request.getRequestURI();
        Target target = Target.of(path);
        BodyLimit.of(request, target, now);
        refuseTricks(request);
        Identity identity = identify(request);
        refusePreview(request, target);
        Headers.workspace(request);
        Sender sender = Sender.of(request, now);
        Place.Names names = new Place.Names(Headers.tenant(request), sender.hostTenant(), target);
        Place place = Place.of(identity, names, slug -> rooms.tenants().find(slug));
        Principal principal = identity == null ? null : identity.principal();
        Grants grants = grants(principal, place.tenant());
        return new Call(traceId, request.getMethod(), path, target, sender, place, principal, grants);
    }

    private @Nullable Identity identify(HttpServletRequest request) {
        String token = Headers.token(request);
        return token == null ? null : rooms.tokens().authenticate(token);
    }

    /** Users of a tenant that is not active are refused later, and their roles need not be known for that. */
    private Grants grants(@Nullable Principal principal, @Nullable Tenant tenant) {
        if (principal == null) {
            return Grants.NONE;
        }
        boolean refused = !principal.superAdmin() && (tenant == null || !tenant.isActive());
        return refused ? Grants.NONE : rooms.authorization().grants(tenant, principal);
    }

    /** Whoever asks for a preview must not get the real thing: as long as nothing can be previewed, the call is refused. */
    private static void refusePreview(HttpServletRequest request, Target target) {
        String query = request.getQueryString();
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (query != null
                && !reads
                && target.kind() == Target.Kind.PLATFORM
                && PREVIEW.matcher(query).find()) {
            throw PlexicaException.validation(new FieldError(
                    "/dryRun",
                    "is not possible here: this call has no preview. Nothing was done; leave dryRun out to do it"));
        }
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
