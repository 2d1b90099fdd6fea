package io.plexica.spi.authorization;

import io.plexica.api.manifest.PluginManifest;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The permissions and policies that plugins bring. Safe for all threads; every call joins the current unit of work. */
@ProviderType
public interface PluginPermissions {

    /**
     * Makes a tenant know the permissions of a plugin version. Those that an earlier version brought and this one lacks go,
     * and with them what was granted by default; what the tenant itself gave to roles stays. The version's policies take the
     * place of the earlier one's.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code plugin-invalid} when a permission or policy is not in order
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
     * Takes a plugin's permissions and policies from the tenant, and from its roles what was granted by default. What the tenant itself
     * gave to roles stays, without effect until the plugin is back.
     */
    void withdraw(String tenantSlug, String pluginId);

    /**
     * Who would hold each of a manifest's permissions in a tenant, as things are; looks only. Policies, which narrow it, are
     * not asked.
     *
     * @param defaults which of the manifest's defaults are given first
     * @return in the manifest's order
     */
    List<Holders> holders(String tenantSlug, PluginManifest manifest, Defaults defaults);

    /** Keys among these that the platform or another plugin already claims; empty when there is no clash. */
    List<String> clashes(PluginManifest manifest);

    /** Which of the permissions that roles get by default are given. */
    enum Defaults {
        /** None: what roles hold is what they hold already. */
        NONE,
        /** Those that the tenant has not taken away: {@link #grantAdded}. */
        ADDED,
        /** All: {@link #grantDefaults}. */
        ALL
    }

    /**
     * Who holds a permission.
     *
     * @param roles the roles that give it, by name, wildcards counted
     * @param people how many users hold it through them, themselves or in a team
     */
    record Holders(String key, List<String> roles, int people) {

        public Holders {
            roles = List.copyOf(roles);
        }
    }
}
