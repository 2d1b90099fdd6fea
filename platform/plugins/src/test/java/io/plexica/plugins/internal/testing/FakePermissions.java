package io.plexica.plugins.internal.testing;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.manifest.PluginManifest.Permission;
import io.plexica.spi.authorization.PluginPermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers what tenants know and were granted. */
public final class FakePermissions implements PluginPermissions {

    private final Map<String, Set<String>> known = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> granted = new ConcurrentHashMap<>();
    private final Set<String> claimed = ConcurrentHashMap.newKeySet();

    @Override
    public void register(String tenantSlug, PluginManifest manifest) {
        known.put(tenantSlug + "/" + manifest.id(), keys(manifest));
    }

    @Override
    public void grantDefaults(String tenantSlug, PluginManifest manifest) {
        granted.merge(tenantSlug + "/" + manifest.id(), keys(manifest), (before, more) -> {
            Set<String> all = new TreeSet<>(before);
            all.addAll(more);
            return all;
        });
    }

    @Override
    public void grantAdded(String tenantSlug, PluginManifest manifest) {
        grantDefaults(tenantSlug, manifest);
    }

    @Override
    public void withdraw(String tenantSlug, String pluginId) {
        known.remove(tenantSlug + "/" + pluginId);
        granted.remove(tenantSlug + "/" + pluginId);
    }

    /** As if one person had each role. */
    @Override
    public List<Holders> holders(String tenantSlug, PluginManifest manifest, Defaults defaults) {
        return manifest.permissions().stream()
                .map(permission -> defaults == Defaults.NONE
                                && !granted(tenantSlug, manifest.id()).contains(permission.key())
                        ? new Holders(permission.key(), List.of(), 0)
                        : new Holders(
                                permission.key(),
                                permission.defaultRoles(),
                                permission.defaultRoles().size()))
                .toList();
    }

    @Override
    public List<String> clashes(PluginManifest manifest) {
        return keys(manifest).stream().filter(claimed::contains).toList();
    }

    public void claim(String key) {
        claimed.add(key);
    }

    public Set<String> known(String tenantSlug, String pluginId) {
        return known.getOrDefault(tenantSlug + "/" + pluginId, Set.of());
    }

    public Set<String> granted(String tenantSlug, String pluginId) {
        return granted.getOrDefault(tenantSlug + "/" + pluginId, Set.of());
    }

    private static Set<String> keys(PluginManifest manifest) {
        return new TreeSet<>(
                manifest.permissions().stream().map(Permission::key).toList());
    }
}
