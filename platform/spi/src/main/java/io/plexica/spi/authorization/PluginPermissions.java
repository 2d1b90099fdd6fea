package io.plexica.spi.authorization;

import io.plexica.api.manifest.PluginManifest;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The permissions that plugins bring. Safe for all threads; every call joins the current unit of work. */
@ProviderType
public interface PluginPermissions {

    /** Makes a tenant know the permissions of a plugin version; those that an earlier version brought and this one lacks go. */
    void register(String tenantSlug, PluginManifest manifest);

    /** Gives the tenant's system roles the permissions that the manifest says they get by default. */
    void grantDefaults(String tenantSlug, PluginManifest manifest);

    /** Takes a plugin's permissions from the tenant and from all its roles. */
    void withdraw(String tenantSlug, String pluginId);

    /** Keys among these that the platform or another plugin already claims; empty when there is no clash. */
    List<String> clashes(PluginManifest manifest);
}
