package io.plexica.web.internal.call;

import io.plexica.spi.pages.Visit;
import io.plexica.web.internal.settings.Settings;
import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** What a request for a page or file names, read as literally as {@link CallTarget} reads calls. */
public final class PageTargets {

    /** In place of the tenant where host and path name different ones: no tenant is called so. */
    private static final String CONTRADICTION = "";

    private PageTargets() {}

    /** Reads a request. */
    public static Visit of(HttpServletRequest request, Settings settings) {
        CallOrigin sender = CallOrigin.of(request, settings);
        String uri = request.getRequestURI();
        CallTarget target = CallTarget.of(uri);
        String named = target.pathTenant();
        String base = named == null ? "" : CallTarget.TENANT + named;
        String languages = request.getHeader("Accept-Language");
        return new Visit(
                uri.substring(base.length()),
                request.getQueryString(),
                sender.isOperators(),
                tenant(sender.hostTenant(), named),
                base,
                sender.origin(),
                languages == null ? "" : languages);
    }

    private static @Nullable String tenant(@Nullable String ofHost, @Nullable String ofPath) {
        if (ofHost == null || ofPath == null) {
            return ofHost == null ? ofPath : ofHost;
        }
        return ofHost.equals(ofPath) ? ofHost : CONTRADICTION;
    }
}
