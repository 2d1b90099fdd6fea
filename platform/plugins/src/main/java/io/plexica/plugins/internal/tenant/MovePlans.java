package io.plexica.plugins.internal.tenant;

import io.plexica.plugins.internal.check.Candidate;
import io.plexica.plugins.internal.plan.InstallationRequest;
import io.plexica.plugins.internal.plan.Plan;
import io.plexica.plugins.internal.plan.Planner;
import io.plexica.plugins.internal.plan.Problem;
import io.plexica.plugins.internal.plan.Snapshot;
import io.plexica.plugins.internal.publish.Replacements;
import io.plexica.plugins.internal.runtime.PluginRuntime;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.store.InstallationStore;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.plugins.internal.store.VersionState;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Tenants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Plans tenants' moves to a jar that is not published, or in whose place other bytes are. Safe for all threads. */
@Component(service = {MovePlans.class, Replacements.class})
public final class MovePlans implements Replacements {

    private final PluginRuntime runtime;
    private final InstallationStore installations;
    private final Tenants tenants;
    private final Snapshots snapshots;

    /** Looks here. */
    @Activate
    public MovePlans(
            @Reference PluginRuntime runtime,
            @Reference InstallationStore installations,
            @Reference Tenants tenants,
            @Reference Snapshots snapshots) {
        this.runtime = runtime;
        this.installations = installations;
        this.tenants = tenants;
        this.snapshots = snapshots;
    }

    /** How a tenant that has the plugin would come to a version; there is nothing to do where it is on these very bytes. */
    Plan plan(Tenant tenant, Installation installation, StoredVersion version, ClassLoader loader) {
        InstallationRequest wish = runtime.registry()
                .find(version.ref())
                .filter(present -> installation.plugin().equals(present.ref()))
                .filter(present -> !present.digest().equals(version.digest()))
                .map(present -> InstallationRequest.replace(version, present))
                .orElseGet(() -> InstallationRequest.upgrade(version));
        Snapshot snapshot =
                snapshots.take(tenant, wish).with(version, snapshots.difference(tenant, version.manifest(), loader));
        return Planner.plan(snapshot, wish);
    }

    @Override
    public Map<String, List<String>> problems(Candidate candidate, ClassLoader loader) {
        StoredVersion version = stored(candidate);
        Map<String, List<String>> problems = new LinkedHashMap<>();
        for (Installation installation : installations.using(version.ref())) {
            if (installation.status().isPresent()) {
                tenants.find(installation.tenantSlug()).ifPresent(tenant -> {
                    for (Problem problem :
                            plan(tenant, installation, version, loader).problems()) {
                        problems.computeIfAbsent(tenant.slug(), slug -> new ArrayList<>())
                                .add(worded(problem));
                    }
                });
            }
        }
        return problems;
    }

    private static String worded(Problem problem) {
        return problem.reason().isEmpty() ? problem.code().code() + ": " + problem.sentence() : problem.message();
    }

    /** A jar as if it were published. */
    static StoredVersion stored(Candidate candidate) {
        return new StoredVersion(
                candidate.manifest(),
                candidate.raw(),
                candidate.symbolicName(),
                candidate.osgiVersion(),
                VersionState.PUBLISHED,
                candidate.digest(),
                candidate.size(),
                candidate.migrationsDigest(),
                "preview",
                null,
                Instant.EPOCH,
                "preview");
    }
}
