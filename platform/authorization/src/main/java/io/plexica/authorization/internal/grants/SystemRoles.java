package io.plexica.authorization.internal.grants;

import io.plexica.api.manifest.PluginManifest.Permission;
import java.util.List;

/** What every tenant begins with. */
final class SystemRoles {

    static final List<Permission> PERMISSIONS = List.of(
            permission("core:users:read", "See people"),
            permission("core:users:write", "Manage people"),
            permission("core:workspaces:read", "See workspaces"),
            permission("core:workspaces:write", "Manage workspaces"),
            permission("core:teams:read", "See teams"),
            permission("core:teams:write", "Manage teams"),
            permission("core:roles:read", "See roles and permissions"),
            permission("core:roles:write", "Manage roles"),
            permission("core:policies:read", "See policies"),
            permission("core:policies:write", "Manage policies"),
            permission("core:plugins:read", "See plugins"),
            permission("core:plugins:install", "Install and uninstall plugins"),
            permission("core:plugins:enable", "Enable and disable plugins"),
            permission("core:plugins:configure", "Configure plugins"),
            permission("core:settings:read", "See settings"),
            permission("core:settings:write", "Change settings"),
            permission("core:search:read", "See the indexes of search"),
            permission("core:search:write", "Make indexes of search anew"),
            permission("core:jobs:read", "See jobs"),
            permission("core:jobs:write", "Run, pause and resume jobs"),
            permission("core:events:read", "See events that could not be delivered"),
            permission("core:events:replay", "Deliver events again"),
            permission("core:audit:read", "See who did what"),
            permission("core:api-keys:read", "See API keys"),
            permission("core:api-keys:write", "Manage API keys"));

    static final List<SystemRole> ROLES = List.of(
            new SystemRole("admin", "Everything in the tenant", List.of("*")),
            new SystemRole(
                    "member",
                    "Works with what the tenant has",
                    List.of("core:users:read", "core:workspaces:read", "core:teams:read", "core:plugins:read")),
            new SystemRole(
                    "viewer", "Looks at what the tenant has", List.of("core:workspaces:read", "core:plugins:read")));

    private SystemRoles() {}

    /** A role that every tenant has. */
    record SystemRole(String name, String description, List<String> keys) {}

    private static Permission permission(String key, String name) {
        return new Permission(key, name, null, List.of(), false);
    }
}
