package io.plexica.identity.keycloak.internal;

import java.net.URI;
import java.util.List;

/** The platform's address for browsers, and where logins of a realm may lead back to. */
record PublicAddress(URI base) {

    /**
     * Reads an address such as {@code https://plexica.example.com}.
     *
     * @throws IllegalArgumentException when it is none, with what is wrong
     */
    static PublicAddress of(String text) {
        URI base = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        boolean web = "http".equals(base.getScheme()) || "https".equals(base.getScheme());
        if (!web || base.getHost() == null) {
            throw new IllegalArgumentException(
                    "PLEXICA_PUBLIC_URL must be an http or https address, not '" + text + "'");
        }
        return new PublicAddress(base);
    }

    /** A tenant's pages: by path and by host. */
    List<String> tenantRedirects(String slug) {
        return List.of(base + "/t/" + slug + "/*", originOf(slug) + "/*");
    }

    /** Where a tenant's pages call from. */
    List<String> tenantOrigins(String slug) {
        return List.of(originOf(base.getHost(), ""), originOf(slug));
    }

    /** The pages of the super admins, on a host of their own. */
    List<String> adminRedirects() {
        return List.of(originOf("admin") + "/*");
    }

    /** Where the super admins' pages call from. */
    List<String> adminOrigins() {
        return List.of(originOf("admin"));
    }

    private String originOf(String label) {
        return originOf(base.getHost(), label + ".");
    }

    private String originOf(String host, String prefix) {
        String port = base.getPort() < 0 ? "" : ":" + base.getPort();
        return base.getScheme() + "://" + prefix + host + port;
    }
}
