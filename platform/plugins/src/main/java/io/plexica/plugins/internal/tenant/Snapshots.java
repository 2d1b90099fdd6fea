package io.plexica.plugins.internal.tenant;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.problem.FieldError;
import io.plexica.plugins.internal.configuration.Configurations;
import io.plexica.plugins.internal.plan.Action;
import io.plexica.plugins.internal.plan.InstallationRequest;
import io.plexica.plugins.internal.plan.Planner;
import io.plexica.plugins.internal.plan.Snapshot;
import io.plexica.plugins.internal.plan.Snapshot.Rights;
import io.plexica.plugins.internal.plan.Step;
import io.plexica.plugins.internal.runtime.PluginRuntime;
import io.plexica.plugins.internal.runtime.Registry;
import io.plexica.plugins.internal.runtime.StateWarnings;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.store.InstallationStore;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.spi.authorization.Verdict;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.PluginSchemas;
import io.plexica.spi.data.PluginSchemas.Difference;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.tenancy.Tenants;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks at all that plans are made from. Joins the current unit of work. Safe for all threads. */
@Component(service = Snapshots.class)
public final class Snapshots {

    private final PluginRuntime runtime;
    private final InstallationStore installations;
    private final PluginSchemas schemas;
    private final Configurations configurations;
    private final Tenants tenants;

    /** Looks here. */
    @Activate
    public Snapshots(
            @Reference PluginRuntime runtime,
            @Reference InstallationStore installations,
            @Reference PluginSchemas schemas,
            @Reference Configurations configurations,
            @Reference Tenants tenants) {
        this.runtime = runtime;
        this.installations = installations;
        this.schemas = schemas;
        this.configurations = configurations;
        this.tenants = tenants;
    }

    /** How things are for a wish, and what the caller of the current context may do. */
    Snapshot take(Tenant tenant, InstallationRequest wish) {
        Registry registry = runtime.registry();
        List<StoredVersion> versions = registry.allVersions().stream()
                .sorted(Comparator.comparing(version -> version.ref().toString()))
                .toList();
        List<Installation> present = installations.ofTenant(tenant.slug());
        boolean deletes = wish.action() == Action.UNINSTALL && wish.deleteData();
        Snapshot snapshot = new Snapshot(
                asItIs(tenant),
                runtime.platform(),
                versions,
                present,
                idle(registry, versions),
                rights(),
                deletes && schemas.exists(tenant.slug(), wish.pluginId()),
                Map.of(),
                unfit(tenant, wish, present));
        return snapshot.compared(differences(snapshot, wish));
    }

    /** How a version's migrations differ from those that have run in a tenant. */
    Difference difference(Tenant tenant, PluginManifest manifest, ClassLoader loader) {
        return schemas.compare(tenant.slug(), manifest.id(), manifest.data().migrations(), loader);
    }

    /** Only where the tenant moves: what is installed anew is set up with it, or afterwards. */
    private List<FieldError> unfit(Tenant tenant, InstallationRequest wish, List<Installation> installed) {
        StoredVersion target = wish.target();
        if (target == null || wish.action() == Action.INSTALL || wish.back()) {
            return List.of();
        }
        return installed.stream()
                .filter(installation -> installation.plugin().id().equals(wish.pluginId()))
                .filter(installation -> installation.status().isPresent()
                        && (wish.replaced() != null || !installation.plugin().equals(target.ref())))
                .findFirst()
                .map(installation -> configurations.unfit(
                        tenant.slug(),
                        runtime.registry()
                                .find(installation.plugin())
                                .map(StoredVersion::manifest)
                                .orElse(null),
                        target.manifest()))
                .orElse(List.of());
    }

    /** Only of what would be brought: what differs stands in the way of a plan, but makes no other one. */
    private Map<PluginRef, Difference> differences(Snapshot snapshot, InstallationRequest wish) {
        Map<PluginRef, Difference> differences = new HashMap<>();
        for (Step step : Planner.plan(snapshot, wish).steps()) {
            if (step.action().bringsTables()) {
                runtime.registry()
                        .running(step.plugin())
                        .ifPresent(plugin -> differences.put(
                                step.plugin(),
                                difference(
                                        snapshot.tenant(),
                                        plugin.candidate().manifest(),
                                        plugin.hosted().loader())));
            }
        }
        return differences;
    }

    /** What is begun later than this look is stopped by the tenant's rows and schema, which are gone then. */
    private Tenant asItIs(Tenant tenant) {
        return tenants.find(tenant.slug())
                .orElseGet(() -> new Tenant(
                        tenant.id(),
                        tenant.slug(),
                        tenant.name(),
                        TenantStatus.DELETED,
                        tenant.plan(),
                        tenant.tokensNotBefore()));
    }

    private static Map<PluginRef, String> idle(Registry registry, List<StoredVersion> versions) {
        Map<PluginRef, String> idle = new HashMap<>();
        for (StoredVersion version : versions) {
            if (registry.running(version.ref()).isEmpty()) {
                idle.put(version.ref(), StateWarnings.whyIdle(registry, version.ref()));
            }
        }
        return idle;
    }

    private static Rights rights() {
        ExecutionContext context = Contexts.require();
        Principal principal = context.principal();
        return principal == null || principal.superAdmin()
                ? Rights.ALL
                : new Rights(may(context, "core:plugins:install"), may(context, "core:plugins:enable"));
    }

    private static boolean may(ExecutionContext context, String key) {
        return context.grants().decide(key, context.remoteAddress()) == Verdict.ALLOW;
    }
}
