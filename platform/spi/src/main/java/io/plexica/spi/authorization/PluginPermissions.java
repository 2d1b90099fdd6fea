package io.plexica.spi.authorization;

import io.plexica.api.manifest.PluginManifest;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The permissions that plugins bring. Safe for all threads; every call joins the current unit of work. */
@ProviderType
public interface PluginPermissions {

    /**
     * Makes a tenant know the permissions of a plugin version. Those that an earlier version brought and this one lacks go,
     * and with them what was granted by default; what the tenant itself gave to roles stays.
     */
    void register(String tenantSlug, PluginManifest manifest);

    /**
     * Gives the tenant's system roles the permissions that the manifest says they get by default, those too that the tenant
     * has taken away from them: for the first install, and when somebody asks for it.
     */
    void grantDefaults(String tenantSlug, PluginManifest manifest);

    /** The same, but what the tenant has once taken away from a role stays away: for upgrades. */
    void grantAdded(String tenantSlug, PluginManifest manifest);

    /**
     * Takes a plugin's permissions from the tenant, and from its roles what was granted by default. What the tenant itself
     * gave to roles stays, without effect until the plugin is back.
     */
    void withdraw(String tenantSlug, String pluginId);

    /** Keys among these that the platform or another plugin already claims; empty when there is no clash. */
    List<String> clashes(PluginManifest manifest);
}
