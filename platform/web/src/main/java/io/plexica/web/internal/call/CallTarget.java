package io.plexica.web.internal.call;

import org.jspecify.annotations.Nullable;

/**
 * What the path of a call names, read literally: nothing is decoded or cleaned, so a path written in a cunning way leads
 * to nothing.
 *
 * @param kind where the call goes
 * @param pathTenant the tenant in {@code /t/<slug>/…}
 * @param pluginId the plugin in {@code /api/plugins/<id>/…}
 * @param namedTenant what stands behind {@code /api/v1/tenants/}
 * @param insideNamed whether more follows behind that
 * @param basePath the part of the path at which the server is rooted
 */
public record CallTarget(
        Kind kind,
        @Nullable String pathTenant,
        @Nullable String pluginId,
        @Nullable String namedTenant,
        boolean insideNamed,
        String basePath) {

    /** In place of a slug: the caller's own tenant. */
    public static final String CURRENT = "current";

    static final String TENANT = "/t/";
    private static final String PLUGIN = "/api/plugins/";
    private static final String PLATFORM = "/api/v1";
    private static final String NAMED = "/api/v1/tenants/";

    /** Stands where slugs stand and is none: no tenant can be called so. */
    private static final String IMPORT = NAMED + "import";

    /** Where calls go. */
    public enum Kind {
        PLATFORM,
        PLUGIN,
        DESCRIPTION,
        DOCS,
        NOTHING
    }

    /** Reads a path as it was sent, without the query. */
    public static CallTarget of(String path) {
        if (!path.startsWith(TENANT)) {
            return within(null, "", path);
        }
        String slug = segment(path, TENANT.length());
        String prefix = TENANT + slug;
        return within(slug, prefix, path.substring(prefix.length()));
    }

    /** Whether a path is one of the API at all, rather than of pages. */
    public static boolean isOfApi(String path) {
        String rest = path;
        if (path.startsWith(TENANT)) {
            rest = path.substring(
                    TENANT.length() + segment(path, TENANT.length()).length());
        }
        return rest.equals("/api") || rest.startsWith("/api/");
    }

    private static CallTarget within(@Nullable String pathTenant, String prefix, String path) {
        if (path.startsWith(PLUGIN) && path.length() > PLUGIN.length()) {
            String id = segment(path, PLUGIN.length());
            return new CallTarget(Kind.PLUGIN, pathTenant, id, null, false, prefix + PLUGIN + id);
        }
        if (path.startsWith(NAMED) && path.length() > NAMED.length() && !path.equals(IMPORT)) {
            String named = segment(path, NAMED.length());
            boolean inside = path.length() > NAMED.length() + named.length() + 1;
            return new CallTarget(Kind.PLATFORM, pathTenant, null, named, inside, prefix + PLATFORM);
        }
        if (path.equals(PLATFORM) || path.startsWith(PLATFORM + "/")) {
            return new CallTarget(Kind.PLATFORM, pathTenant, null, null, false, prefix + PLATFORM);
        }
        Kind kind = switch (path) {
            case "/api/openapi.json" -> Kind.DESCRIPTION;
            case "/api/docs" -> Kind.DOCS;
            default -> Kind.NOTHING;
        };
        return new CallTarget(kind, pathTenant, null, null, false, prefix + "/api");
    }

    /** What stands between a place in a path and the next slash. */
    private static String segment(String path, int from) {
        int slash = path.indexOf('/', from);
        return slash < 0 ? path.substring(from) : path.substring(from, slash);
    }
}
