package io.plexica.plugins.internal.configuration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.api.context.WorkspaceInfo;
import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.runtime.PluginRuntime;
import io.plexica.plugins.internal.settings.PluginsSettings;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.store.InstallationStore;
import io.plexica.plugins.internal.store.Level;
import io.plexica.plugins.internal.store.LevelStore;
import io.plexica.plugins.internal.store.Levels;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.plugins.internal.store.Transactions;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.data.Database;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Workspaces;
import io.plexica.spi.web.IfMatch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * How what tenants and workspaces decide about plugins is read and changed: a change in one transaction, with the installation
 * kept from all others, recorded and told to all nodes. Safe for all threads.
 */
@Component(service = LevelDecisions.class)
public final class LevelDecisions {

    /** The action in the audit log. */
    public static final String ACTION = "core.plugin.configured";

    private final InstallationStore installations;
    private final LevelStore levels;
    private final PluginRuntime runtime;
    private final PluginsSettings settings;
    private final Workspaces workspaces;
    private final Database database;
    private final AuditLog audit;

    /** Takes what it works with. */
    @Activate
    public LevelDecisions(
            @Reference InstallationStore installations,
            @Reference LevelStore levels,
            @Reference PluginRuntime runtime,
            @Reference PluginsSettings settings,
            @Reference Workspaces workspaces,
            @Reference Database database,
            @Reference AuditLog audit) {
        this.installations = installations;
        this.levels = levels;
        this.runtime = runtime;
        this.settings = settings;
        this.workspaces = workspaces;
        this.database = database;
        this.audit = audit;
    }

    /**
     * What a tenant has decided about a plugin.
     *
     * @throws PlexicaException {@code not-found} when the tenant never tried to install it
     */
    public Decided read(Tenant tenant, String pluginId) {
        Installation found = installations
                .find(tenant.slug(), pluginId)
                .filter(installation -> settings.serves(pluginId))
                .orElseThrow(() -> never(pluginId));
        return new Decided(found, manifest(found), levels.of(tenant.slug(), pluginId));
    }

    /** The same of all plugins that the tenant has, by plugin, as far as their versions are here. */
    public List<Decided> all(Tenant tenant) {
        return installations.ofTenant(tenant.slug()).stream()
                .filter(installation -> installation.status().isPresent()
                        && settings.serves(installation.plugin().id()))
                .filter(installation ->
                        runtime.registry().find(installation.plugin()).isPresent())
                .map(installation -> new Decided(
                        installation,
                        manifest(installation),
                        levels.of(tenant.slug(), installation.plugin().id())))
                .toList();
    }

    /** Keeps all others from switching plugins on and off in a workspace until the unit of work ends. */
    public void holdSwitches(WorkspaceInfo place) {
        levels.lockSwitches(place.id());
    }

    /**
     * Changes what was decided at one level.
     *
     * @param change makes of what was decided there and elsewhere what is decided now
     */
    public Level change(Tenant tenant, String pluginId, @Nullable WorkspaceInfo place, IfMatch ifMatch, Change change) {
        return Transactions.alone(database, () -> {
            installations.lock(tenant.slug(), pluginId);
            hold(tenant, place);
            Decided decided = read(tenant, pluginId);
            if (!decided.installation().status().isPresent()) {
                throw PlexicaException.conflict(
                        "not-installed", pluginId + " is not installed in this tenant: install it first");
            }
            UUID workspace = place == null ? null : place.id();
            Level before = decided.levels().at(workspace);
            ifMatch.require(before.version());
            return keep(tenant, decided.manifest(), before, change.of(decided), place);
        });
    }

    /** Keeps what was decided at one level, in the current unit of work. */
    Level keep(Tenant tenant, PluginManifest manifest, Level before, Level wanted, @Nullable WorkspaceInfo place) {
        if (wanted.equals(before)) {
            return before;
        }
        Level after = wanted.changed(Contexts.require().principal());
        levels.put(tenant.slug(), manifest.id(), after);
        audit.record(
                tenant.slug(),
                ACTION,
                "plugin",
                manifest.id(),
                before.version() == 0 ? null : told(manifest, before, before, place),
                told(manifest, after, before, place));
        return after;
    }

    /** Records a change that was refused for what it found. */
    public void refused(Tenant tenant, String pluginId, PlexicaException refusal) {
        if (refusal.code() != ErrorCode.VALIDATION_FAILED && refusal.code() != ErrorCode.NOT_FOUND) {
            audit.recordFailure(tenant.slug(), ACTION, "plugin", pluginId, refusal.detail());
        }
    }

    private void hold(Tenant tenant, @Nullable WorkspaceInfo place) {
        if (place == null) {
            return;
        }
        levels.holdWorkspace(place.id());
        if (workspaces.all(tenant.slug()).stream().noneMatch(there -> there.id().equals(place.id()))) {
            throw PlexicaException.notFound("There is no such workspace");
        }
    }

    private PluginManifest manifest(Installation installation) {
        return runtime.registry()
                .find(installation.plugin())
                .map(StoredVersion::manifest)
                .orElseThrow(() -> new PlexicaException(
                                ErrorCode.PLUGIN_UNAVAILABLE,
                                installation.plugin() + " is not on this platform at the moment")
                        .with("plugin", installation.plugin().id()));
    }

    /** Of secrets only which are set, and which have been set anew. */
    private static Map<String, Object> told(
            PluginManifest manifest, Level level, Level before, @Nullable WorkspaceInfo place) {
        Map<String, Object> told = new LinkedHashMap<>();
        ObjectNode values = level.values().deepCopy();
        told.put("values", values.remove(manifest.configuration().secrets()));
        told.put("secretsSet", new TreeSet<>(level.secrets().keySet()));
        told.put(
                "secretsChanged",
                level.secrets().entrySet().stream()
                        .filter(secret ->
                                !secret.getValue().equals(before.secrets().get(secret.getKey())))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList());
        if (place != null) {
            told.put("workspace", place.slug());
            told.put("enabled", level.enabled());
            told.put("enabledFeatures", level.enabledFeatures());
            told.put("disabledFeatures", level.disabledFeatures());
        }
        return told;
    }

    private static PlexicaException never(String pluginId) {
        return PlexicaException.notFound("The plugin '" + pluginId + "' is not installed in this tenant");
    }

    /**
     * A plugin in a tenant with what was decided about it.
     *
     * @param installation where it is
     * @param manifest that of the tenant's version
     * @param levels what was decided
     */
    public record Decided(Installation installation, PluginManifest manifest, Levels levels) {}

    /** Makes of what was decided what is decided now. */
    public interface Change {
        Level of(Decided decided);
    }
}
