package io.plexica.web.internal.http;

import io.plexica.web.internal.settings.Settings;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Lets pages of configured origins call the API; no others, and none unless configured. */
public final class Cors {

    private static final String METHODS = "GET, POST, PUT, PATCH, DELETE";
    private static final String REQUEST_HEADERS =
            "Authorization, Content-Type, If-Match, If-None-Match, Idempotency-Key, Prefer, X-Tenant-Slug,"
                    + " X-Workspace-Id, X-Trace-Id, Last-Event-ID, traceparent";
    private static final String ANSWER_HEADERS =
            "Allow, ETag, Idempotency-Replayed, Location, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset,"
                    + " Retry-After, X-Trace-Id";
    private static final String SECONDS = "600";

    private Cors() {}

    /** Marks the answer for the caller's origin; true when the call was a browser's question, which is then answered. */
    public static boolean answer(HttpServletRequest request, HttpServletResponse response, Settings settings) {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return false;
        }
        boolean question =
                request.getMethod().equals("OPTIONS") && request.getHeader("Access-Control-Request-Method") != null;
        response.addHeader("Vary", "Origin");
        if (settings.corsOrigins().contains(origin)) {
            response.setHeader("Access-Control-Allow-Origin", origin);
            response.setHeader("Access-Control-Expose-Headers", ANSWER_HEADERS);
            if (question) {
                response.setHeader("Access-Control-Allow-Methods", METHODS);
                response.setHeader("Access-Control-Allow-Headers", REQUEST_HEADERS);
                response.setHeader("Access-Control-Max-Age", SECONDS);
            }
        }
        if (question) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
        return question;
    }
}
