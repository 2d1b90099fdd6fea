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
public record InstallationRequest(
        Action action,
        String pluginId,
        @Nullable StoredVersion target,
        boolean deleteData,
        @Nullable Boolean grantDefaults,
        Map<String, ?> configuration,
        Set<TenantStatus> served,
        MoveOrigin course,
        @Nullable StoredVersion replaced) {

    private static final Set<TenantStatus> SERVED = Set.copyOf(EnumSet.of(TenantStatus.ACTIVE, TenantStatus.SUSPENDED));
    private static final Set<TenantStatus> ANY = Set.of(TenantStatus.values());

    /** Installs and enables a version. */
    public static InstallationRequest install(StoredVersion target, @Nullable Boolean grantDefaults) {
        return new InstallationRequest(
                Action.INSTALL,
                target.manifest().id(),
                target,
                false,
                grantDefaults,
                Map.of(),
                SERVED,
                MoveOrigin.ORDINARY,
                null);
    }

    /** Lets requests in. */
    public static InstallationRequest enable(String pluginId) {
        return new InstallationRequest(
                Action.ENABLE, pluginId, null, false, null, Map.of(), SERVED, MoveOrigin.ORDINARY, null);
    }

    /** Shuts requests out. */
    public static InstallationRequest disable(String pluginId) {
        return new InstallationRequest(
                Action.DISABLE, pluginId, null, false, null, Map.of(), ANY, MoveOrigin.ORDINARY, null);
    }

    /** Moves the tenant to another version, newer or older. */
    public static InstallationRequest upgrade(StoredVersion target) {
        return move(target, MoveOrigin.ORDINARY);
    }

    /** Moves the tenant for a reason of its own. */
    public static InstallationRequest move(StoredVersion target, MoveOrigin course) {
        return new InstallationRequest(
                Action.UPGRADE, target.manifest().id(), target, false, null, Map.of(), SERVED, course, null);
    }

    /** Lets other bytes of a snapshot take the place of those that the tenant is on, whatever is being done there. */
    public static InstallationRequest replace(StoredVersion target, StoredVersion replaced) {
        return new InstallationRequest(
                Action.UPGRADE,
                target.manifest().id(),
                target,
                false,
                null,
                Map.of(),
                ANY,
                MoveOrigin.ORDINARY,
                replaced);
    }

    /** Takes the plugin away. */
    public static InstallationRequest uninstall(String pluginId, boolean deleteData) {
        return new InstallationRequest(
                Action.UNINSTALL, pluginId, null, deleteData, null, Map.of(), ANY, MoveOrigin.ORDINARY, null);
    }

    /** Whether the tenant goes back to where it came from; versions read the tables of their successors. */
    public boolean back() {
        return course.back();
    }

    /** The same with settings. */
    public InstallationRequest with(Map<String, ?> settings) {
        return new InstallationRequest(
                action, pluginId, target, deleteData, grantDefaults, settings, served, course, replaced);
    }

    /** The same for a tenant that is only being made. */
    public InstallationRequest whileProvisioning() {
        Set<TenantStatus> more = EnumSet.copyOf(served);
        more.add(TenantStatus.PROVISIONING);
        return new InstallationRequest(
                action, pluginId, target, deleteData, grantDefaults, configuration, Set.copyOf(more), course, replaced);
    }
}
