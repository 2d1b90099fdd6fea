package io.plexica.plugins.internal.runtime;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.manifest.PluginManifest.Permission;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a version of a plugin brings beyond another: only that is granted by default when a tenant moves to it. */
public final class NewPermissions {

    private NewPermissions() {}

    /** The newer manifest with only those permissions that the older one lacks. */
    public static PluginManifest of(PluginManifest older, PluginManifest newer) {
        Set<String> known = older.permissions().stream().map(Permission::key).collect(Collectors.toSet());
        List<Permission> added = newer.permissions().stream()
                .filter(permission -> !known.contains(permission.key()))
                .toList();
        return newer.withPermissions(added);
    }
}
