package io.plexica.identity.keycloak.internal;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * The platform's address for browsers, and where logins of a realm may lead back to.
 *
 * @param dev whether that may also be the console's development servers
 */
record PublicAddress(URI base, boolean dev) {

    private static final String DEV_SHELL = "http://localhost:5173";
    private static final String DEV_ADMIN = "http://localhost:5174";

    /**
     * Reads an address such as {@code https://plexica.example.com}.
     *
     * @throws IllegalArgumentException when it is none, with what is wrong
     */
    static PublicAddress of(String text, boolean dev) {
        URI base = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        boolean web = "http".equals(base.getScheme()) || "https".equals(base.getScheme());
        if (!web || base.getHost() == null) {
            throw new IllegalArgumentException(
                    "PLEXICA_PUBLIC_URL must be an http or https address, not '" + text + "'");
        }
        return new PublicAddress(base, dev);
    }

    /** A tenant's pages: by path and by host. */
    List<String> tenantRedirects(String slug) {
        return with(DEV_SHELL + "/t/" + slug + "/*", base + "/t/" + slug + "/*", originOf(slug) + "/*");
    }

    /** Where a tenant's pages call from. */
    List<String> tenantOrigins(String slug) {
        return with(DEV_SHELL, originOf(base.getHost(), ""), originOf(slug));
    }

    /** The pages of the super admins, on a host of their own. */
    List<String> adminRedirects() {
        return with(DEV_ADMIN + "/*", originOf("admin") + "/*");
    }

    /** Where the super admins' pages call from. */
    List<String> adminOrigins() {
        return with(DEV_ADMIN, originOf("admin"));
    }

    private List<String> with(String development, String... always) {
        return Stream.concat(Stream.of(always), dev ? Stream.of(development) : Stream.empty())
                .toList();
    }

    private String originOf(String label) {
        return originOf(base.getHost(), label + ".");
    }

    private String originOf(String host, String prefix) {
        String port = base.getPort() < 0 ? "" : ":" + base.getPort();
        return base.getScheme() + "://" + prefix + host + port;
    }
}
