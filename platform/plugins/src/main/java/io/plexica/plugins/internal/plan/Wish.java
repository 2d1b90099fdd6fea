package io.plexica.plugins.internal.plan;

import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.spi.tenancy.TenantStatus;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants of a plugin in a tenant.
 *
 * @param action what is to be done
 * @param pluginId to which plugin
 * @param target the version to install or to move to; null for everything else
 * @param deleteData whether its data is to go with it
 * @param grantDefaults whether roles get their default permissions; null for only the first time
 * @param configuration the tenant's settings of a plugin that is installed; empty for those that there are
 * @param served in which states the tenant may be
 * @param course who moves the tenant, and why
 * @param replaced the snapshot in whose place the target comes, for all tenants at once; null for everything else
 */
public record Wish(
        Action action,
        String pluginId,
        @Nullable StoredVersion target,
        boolean deleteData,
        @Nullable Boolean grantDefaults,
        Map<String, ?> configuration,
        Set<TenantStatus> served,
        Course course,
        @Nullable StoredVersion replaced) {

    private static final Set<TenantStatus> SERVED = Set.copyOf(EnumSet.of(TenantStatus.ACTIVE, TenantStatus.SUSPENDED));
    private static final Set<TenantStatus> ANY = Set.of(TenantStatus.values());

    /** Installs and enables a version. */
    public static Wish install(StoredVersion target, @Nullable Boolean grantDefaults) {
        return new Wish(
                Action.INSTALL,
                target.manifest().id(),
                target,
                false,
                grantDefaults,
                Map.of(),
                SERVED,
                Course.ORDINARY,
                null);
    }

    /** Lets requests in. */
    public static Wish enable(String pluginId) {
        return new Wish(Action.ENABLE, pluginId, null, false, null, Map.of(), SERVED, Course.ORDINARY, null);
    }

    /** Shuts requests out. */
    public static Wish disable(String pluginId) {
        return new Wish(Action.DISABLE, pluginId, null, false, null, Map.of(), ANY, Course.ORDINARY, null);
    }

    /** Moves the tenant to another version, newer or older. */
    public static Wish upgrade(StoredVersion target) {
        return move(target, Course.ORDINARY);
    }

    /** Moves the tenant for a reason of its own. */
    public static Wish move(StoredVersion target, Course course) {
        return new Wish(Action.UPGRADE, target.manifest().id(), target, false, null, Map.of(), SERVED, course, null);
    }

    /** Lets other bytes of a snapshot take the place of those that the tenant is on, whatever is being done there. */
    public static Wish replace(StoredVersion target, StoredVersion replaced) {
        return new Wish(
                Action.UPGRADE, target.manifest().id(), target, false, null, Map.of(), ANY, Course.ORDINARY, replaced);
    }

    /** Takes the plugin away. */
    public static Wish uninstall(String pluginId, boolean deleteData) {
        return new Wish(Action.UNINSTALL, pluginId, null, deleteData, null, Map.of(), ANY, Course.ORDINARY, null);
    }

    /** Whether the tenant goes back to where it came from; versions read the tables of their successors. */
    public boolean back() {
        return course.back();
    }

    /** The same with settings. */
    public Wish with(Map<String, ?> settings) {
        return new Wish(action, pluginId, target, deleteData, grantDefaults, settings, served, course, replaced);
    }

    /** The same for a tenant that is only being made. */
    public Wish whileProvisioning() {
        Set<TenantStatus> more = EnumSet.copyOf(served);
        more.add(TenantStatus.PROVISIONING);
        return new Wish(
                action, pluginId, target, deleteData, grantDefaults, configuration, Set.copyOf(more), course, replaced);
    }
}
