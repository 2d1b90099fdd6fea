package io.plexica.tenancy.internal;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which slugs tenants may have, and what form those of their workspaces have. Pure. */
public final class SlugRule {

    private static final Pattern FORM = Pattern.compile("[a-z](?:[a-z0-9]|-(?=[a-z0-9])){1,29}");
    private static final Set<String> RESERVED = Set.of(
            "account",
            "admin",
            "api",
            "app",
            "assets",
            "auth",
            "billing",
            "cdn",
            "console",
            "core",
            "current",
            "default",
            "dev",
            "docs",
            "ftp",
            "global",
            "health",
            "help",
            "import",
            "internal",
            "localhost",
            "login",
            "logout",
            "mail",
            "manage",
            "master",
            "me",
            "metrics",
            "new",
            "null",
            "operations",
            "owner",
            "plexica",
            "plugins",
            "postgres",
            "public",
            "root",
            "search",
            "shared",
            "smtp",
            "static",
            "status",
            "super-admin",
            "support",
            "system",
            "t",
            "tenant",
            "tenants",
            "undefined",
            "v1",
            "www");

    /** What is wrong with a slug that is not well formed. */
    public static final String WELL_FORMED =
            "must have 2 to 30 characters: a lower-case letter, then lower-case letters,"
                    + " digits and single hyphens between them, such as 'acme' or 'acme-east'";

    private SlugRule() {}

    /** Whether a slug has the form that all slugs have. */
    public static boolean isWellFormed(String slug) {
        return FORM.matcher(slug).matches();
    }

    /** What is wrong with a slug and what would be right; empty when it may be used. */
    static Optional<String> problem(String slug) {
        if (!isWellFormed(slug)) {
            return Optional.of(WELL_FORMED);
        }
        if (slug.startsWith("xn--")) {
            return Optional.of("must not begin with 'xn--', which marks encoded domain names");
        }
        if (RESERVED.contains(slug)) {
            return Optional.of("'" + slug + "' is reserved for the platform: choose another");
        }
        return Optional.empty();
    }
}
