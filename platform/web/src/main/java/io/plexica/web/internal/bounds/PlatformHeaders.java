package io.plexica.web.internal.bounds;

/**
 * The headers by which the platform speaks to browsers and to whoever follows a call. Plugins answer on the platform's own
 * origin, so that what they said there would be taken for the platform's word.
 */
final class PlatformHeaders {

    private PlatformHeaders() {}

    /** Whether a header is the platform's alone. Asked for every header, so that most are told by their first letter. */
    static boolean has(String name) {
        if (name.isEmpty()) {
            return false;
        }
        return switch (name.charAt(0)) {
            case 'A', 'a' -> begins(name, "Access-Control-");
            case 'C', 'c' -> begins(name, "Content-Security-Policy") || begins(name, "Clear-Site-Data");
            case 'R', 'r' -> begins(name, "Referrer-Policy") || begins(name, "RateLimit-");
            case 'S', 's' ->
                begins(name, "Set-Cookie")
                        || begins(name, "Strict-Transport-Security")
                        || begins(name, "Service-Worker-Allowed");
            case 'X', 'x' ->
                begins(name, "X-Trace-Id") || begins(name, "X-Content-Type-Options") || begins(name, "X-Frame-Options");
            // No name begins like that, but what reads it may forgive.
            case ' ', '\t' -> true;
            default -> false;
        };
    }

    /** Whether a plugin may add to what the platform says by a header, and not replace it. */
    static boolean isShared(String name) {
        return name.equalsIgnoreCase("Vary");
    }

    private static boolean begins(String name, String with) {
        return name.regionMatches(true, 0, with, 0, with.length());
    }
}
