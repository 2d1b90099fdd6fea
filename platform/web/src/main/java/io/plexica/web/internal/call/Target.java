package io.plexica.web.internal.call;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
public record Target(
        Kind kind,
        @Nullable String pathTenant,
        @Nullable String pluginId,
        @Nullable String namedTenant,
        boolean insideNamed,
        String basePath) {

    /** In place of a slug: the caller's own tenant. */
    public static final String CURRENT = "current";

    private static final Pattern TENANT = Pattern.compile("^/t/([^/]+)(/.*)?$");
    private static final Pattern PLUGIN = Pattern.compile("^/api/plugins/([^/]+)(/.*)?$");
    private static final Pattern NAMED = Pattern.compile("^/api/v1/tenants/([^/]+)(/.*)?$");

    /** Where calls go. */
    public enum Kind {
        PLATFORM,
        PLUGIN,
        DESCRIPTION,
        DOCS,
        NOTHING
    }

    /** Reads a path as it was sent, without the query. */
    public static Target of(String path) {
        Matcher tenant = TENANT.matcher(path);
        if (!tenant.matches()) {
            return within(null, "", path);
        }
        String rest = tenant.group(2) == null ? "" : tenant.group(2);
        return within(tenant.group(1), "/t/" + tenant.group(1), rest);
    }

    /** Whether a path is one of the API at all, rather than of pages. */
    public static boolean isOfApi(String path) {
        String rest = path;
        if (path.startsWith("/t/")) {
            int slash = path.indexOf('/', "/t/".length());
            rest = slash < 0 ? "" : path.substring(slash);
        }
        return rest.equals("/api") || rest.startsWith("/api/");
    }

    private static Target within(@Nullable String pathTenant, String prefix, String path) {
        Matcher plugin = PLUGIN.matcher(path);
        if (plugin.matches()) {
            String id = plugin.group(1);
            return new Target(Kind.PLUGIN, pathTenant, id, null, false, prefix + "/api/plugins/" + id);
        }
        Matcher named = NAMED.matcher(path);
        if (named.matches()) {
            String rest = named.group(2);
            boolean inside = rest != null && rest.length() > 1;
            return new Target(Kind.PLATFORM, pathTenant, null, named.group(1), inside, prefix + "/api/v1");
        }
        if (path.equals("/api/v1") || path.startsWith("/api/v1/")) {
            return new Target(Kind.PLATFORM, pathTenant, null, null, false, prefix + "/api/v1");
        }
        Kind kind = switch (path) {
            case "/api/openapi.json" -> Kind.DESCRIPTION;
            case "/api/docs" -> Kind.DOCS;
            default -> Kind.NOTHING;
        };
        return new Target(kind, pathTenant, null, null, false, prefix + "/api");
    }
}
