package io.plexica.web.internal.http;

import javax.servlet.http.HttpServletResponse;

/** What every answer tells browsers not to do with it. */
public final class SecurityHeaders {

    private SecurityHeaders() {}

    /** For answers that are data. */
    public static void data(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
    }
}
