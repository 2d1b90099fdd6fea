package io.plexica.plugins.internal.tenant;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.plugins.internal.check.Candidate;
import io.plexica.plugins.internal.plan.Plan;
import io.plexica.plugins.internal.preview.Preview;
import io.plexica.plugins.internal.preview.Preview.TenantChange;
import io.plexica.plugins.internal.preview.Previews;
import io.plexica.plugins.internal.preview.Publication;
import io.plexica.plugins.internal.publish.ExaminedJar;
import io.plexica.plugins.internal.publish.Publisher;
import io.plexica.plugins.internal.runtime.PluginRuntime;
import io.plexica.plugins.internal.runtime.Versions;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.store.InstallationStore;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Tenants;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What publishing a jar would mean: for the platform, and for each tenant that has the plugin, once it moves there. Publishing
 * itself moves only those on a snapshot that is replaced. Safe for all threads.
 */
@Component(service = PublicationPreview.class)
public final class PublicationPreview {

    private final Publisher publisher;
    private final PluginRuntime runtime;
    private final InstallationStore installations;
    private final Tenants tenants;
    private final MovePlans plans;
    private final Previews previews;

    /** Asks those who know. */
    @Activate
    public PublicationPreview(
            @Reference Publisher publisher,
            @Reference PluginRuntime runtime,
            @Reference InstallationStore installations,
            @Reference Tenants tenants,
            @Reference MovePlans plans,
            @Reference Previews previews) {
        this.publisher = publisher;
        this.runtime = runtime;
        this.installations = installations;
        this.tenants = tenants;
        this.plans = plans;
        this.previews = previews;
    }

    /** Looks at a jar. Nothing is published, and none of its code runs. */
    public Preview of(Path jar) {
        ExaminedJar<List<TenantChange>> examined = publisher.examine(jar, this::changes);
        Optional<PluginManifest> before = Optional.ofNullable(examined.candidate())
                .map(Candidate::manifest)
                .map(PluginManifest::id)
                .flatMap(id -> Versions.newest(runtime.registry().versions(id)))
                .map(StoredVersion::manifest);
        boolean known = Optional.ofNullable(examined.candidate())
                .flatMap(candidate -> runtime.registry().find(candidate.ref()))
                .isPresent();
        return Publication.preview(examined, before.orElse(null), known);
    }

    /** What would change for the tenants that have the plugin, were they on the version. */
    private List<TenantChange> changes(Candidate candidate, ClassLoader loader) {
        StoredVersion version = MovePlans.stored(candidate);
        List<TenantChange> changes = new ArrayList<>();
        installations.all().stream()
                .filter(installation ->
                        installation.plugin().id().equals(version.ref().id()))
                .filter(installation -> installation.status().isPresent())
                .forEach(installation -> tenants.find(installation.tenantSlug())
                        .map(tenant -> change(tenant, installation, version, loader))
                        .ifPresent(changes::add));
        return changes;
    }

    private TenantChange change(Tenant tenant, Installation installation, StoredVersion version, ClassLoader loader) {
        Plan plan = plans.plan(tenant, installation, version, loader);
        PluginManifest from = runtime.registry()
                .find(installation.plugin())
                .map(StoredVersion::manifest)
                .orElseGet(version::manifest);
        return previews.change(installation, from, version, plan, loader);
    }
}
