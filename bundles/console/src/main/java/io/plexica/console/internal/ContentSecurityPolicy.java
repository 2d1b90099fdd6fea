package io.plexica.console.internal;

import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What browsers let a page do. Pure but for the nonce. */
final class ContentSecurityPolicy {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 18;

    private ContentSecurityPolicy() {}

    /** A word made up for one answer. */
    static String nonce() {
        byte[] random = new byte[NONCE_BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /**
     * For the page of an application.
     *
     * @param issuer who signs people in; null for nobody
     */
    static Map<String, String> ofApplication(String nonce, @Nullable String issuer, boolean frames) {
        String identity = issuer == null ? "" : " " + origin(issuer);
        return headers("default-src 'none'; script-src 'self' 'nonce-" + nonce + "'; style-src 'self' 'nonce-" + nonce
                + "'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'" + identity
                + (frames ? "; frame-src 'self'" : "")
                + "; base-uri 'none'; form-action 'self'" + identity + "; frame-ancestors 'none'");
    }

    /**
     * For the page within which a sandboxed plugin runs: of no origin, and able to reach nothing but its own files. Addresses
     * are written out, since to such a page nothing is its own.
     */
    static Map<String, String> ofFrame(String nonce, String origin) {
        return headers("sandbox allow-scripts allow-forms; default-src 'none'; script-src " + origin + " 'nonce-"
                + nonce
                + "'; style-src " + origin + " 'nonce-" + nonce + "'; img-src " + origin + " data: blob:; font-src "
                + origin + "; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors " + origin);
    }

    /** For a page of plain text. */
    static Map<String, String> ofText(String nonce) {
        return headers("default-src 'none'; img-src data:; style-src 'nonce-" + nonce
                + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    }

    private static Map<String, String> headers(String contentSecurity) {
        return Map.of(
                "Content-Security-Policy", contentSecurity,
                "Cross-Origin-Opener-Policy", "same-origin",
                "Cross-Origin-Resource-Policy", "same-origin",
                "Permissions-Policy",
                        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
                "Cache-Control", "no-store");
    }

    static String origin(String address) {
        URI uri = URI.create(address);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
