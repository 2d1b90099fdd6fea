package io.plexica.web.internal.http;

import java.util.Map;
import javax.servlet.http.HttpServletResponse;

/** What every answer tells browsers not to do with it. */
public final class SecurityHeaders {

    /** Those of answers that are data. */
    public static final Map<String, String> DATA = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "Referrer-Policy", "no-referrer",
            "Cache-Control", "no-store");

    private SecurityHeaders() {}

    /** For answers that are data. */
    public static void data(HttpServletResponse response) {
        DATA.forEach(response::setHeader);
    }
}
