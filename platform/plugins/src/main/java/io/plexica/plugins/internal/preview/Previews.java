package io.plexica.plugins.internal.preview;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.plugins.internal.plan.Action;
import io.plexica.plugins.internal.plan.Plan;
import io.plexica.plugins.internal.plan.Snapshot;
import io.plexica.plugins.internal.plan.Step;
import io.plexica.plugins.internal.preview.Preview.ContributionView;
import io.plexica.plugins.internal.preview.Preview.Events;
import io.plexica.plugins.internal.preview.Preview.Permissions;
import io.plexica.plugins.internal.preview.Preview.ProblemView;
import io.plexica.plugins.internal.preview.Preview.StepView;
import io.plexica.plugins.internal.preview.Preview.TenantChange;
import io.plexica.plugins.internal.runtime.PluginRuntime;
import io.plexica.plugins.internal.runtime.RunningPlugin;
import io.plexica.plugins.internal.runtime.StateWarnings;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.spi.authorization.PluginPermissions;
import io.plexica.spi.data.PluginSchemas;
import io.plexica.spi.data.PluginSchemas.TableRows;
import io.plexica.spi.plugins.PluginRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Adds to a plan what follows from it. Looks into tables and changes nothing. Safe for all threads. */
@Component(service = Previews.class)
public final class Previews {

    private final PluginRuntime runtime;
    private final PluginSchemas schemas;
    private final PermissionChanges permissions;

    /** Asks those who know. */
    @Activate
    public Previews(
            @Reference PluginRuntime runtime,
            @Reference PluginSchemas schemas,
            @Reference PluginPermissions permissions) {
        this.runtime = runtime;
        this.schemas = schemas;
        this.permissions = new PermissionChanges(permissions);
    }

    /** A plan and its consequences. */
    public Preview of(Snapshot snapshot, Plan plan) {
        String slug = snapshot.tenant().slug();
        Permissions people = permissions.of(snapshot, plan.wish(), plan.steps());
        List<String> migrations = plan.steps().stream()
                .flatMap(step -> migrations(slug, step).stream())
                .toList();
        List<String> warnings = warnings(plan);
        return new Preview(
                true,
                plan.steps().stream()
                        .map(step ->
                                new StepView(step.action().word(), step.plugin().toString(), step.detail()))
                        .toList(),
                people,
                migrations,
                events(snapshot, plan),
                gained(snapshot, plan, Previews::contributions),
                lost(snapshot, plan, Previews::contributions),
                data(slug, plan),
                plan.dependants(),
                plan.problems().stream().map(ProblemView::of).toList(),
                warnings,
                StateHash.of(snapshot, plan, people, migrations, warnings),
                null);
    }

    /**
     * What a version would change for a tenant that has another one, or the same with other bytes.
     *
     * @param enabled whether people can use the plugin there; otherwise nobody gains or loses anything
     */
    public TenantChange change(
            String slug,
            boolean enabled,
            PluginRef from,
            PluginManifest before,
            PluginRef to,
            PluginManifest after,
            Plan plan,
            ClassLoader loader) {
        return new TenantChange(
                slug,
                from.version(),
                from.equals(to),
                enabled ? permissions.moving(slug, before, after) : Permissions.NONE,
                migrations(slug, after, loader),
                plan.problems().stream().map(ProblemView::of).toList());
    }

    private List<String> migrations(String slug, Step step) {
        Optional<RunningPlugin> plugin = runtime.registry().running(step.plugin());
        if (!step.action().bringsTables() || plugin.isEmpty()) {
            return List.of();
        }
        return migrations(
                slug, plugin.get().candidate().manifest(), plugin.get().hosted().loader());
    }

    /** The files of a version that would run in a tenant. */
    private List<String> migrations(String slug, PluginManifest manifest, ClassLoader loader) {
        String folder = manifest.data().migrations();
        return folder == null
                ? List.of()
                : schemas.pending(slug, manifest.id(), folder, loader).stream()
                        .map(file -> manifest.id() + "/" + file)
                        .toList();
    }

    private List<TableRows> data(String slug, Plan plan) {
        return plan.steps().stream().anyMatch(step -> step.action() == Action.DELETE_DATA)
                ? schemas.tables(slug, plan.wish().pluginId())
                : List.of();
    }

    /** Whoever brings a version hears what its people hear once they are on it. */
    private static List<String> warnings(Plan plan) {
        return plan.steps().stream()
                .filter(Previews::brings)
                .map(Step::version)
                .flatMap(Stream::ofNullable)
                .flatMap(version -> StateWarnings.of(version).stream())
                .distinct()
                .toList();
    }

    private static Events events(Snapshot snapshot, Plan plan) {
        return new Events(
                gained(snapshot, plan, manifest -> manifest.events().publishes()),
                gained(snapshot, plan, manifest -> manifest.events().subscribes()));
    }

    static List<ContributionView> contributions(PluginManifest manifest) {
        return manifest.web().contributions().stream()
                .map(contribution -> ContributionView.of(manifest.id(), contribution))
                .toList();
    }

    /** What the versions that are brought have, and those that they replace while enabled have not. */
    private static <T> List<T> gained(
            Snapshot snapshot, Plan plan, Function<PluginManifest, ? extends Collection<T>> part) {
        List<T> gained = new ArrayList<>();
        for (Step step : plan.steps()) {
            StoredVersion version = step.version();
            if (version == null || !brings(step)) {
                continue;
            }
            gained.addAll(part.apply(version.manifest()));
            replaced(snapshot, step).forEach(before -> gained.removeAll(part.apply(before.manifest())));
        }
        return List.copyOf(gained);
    }

    /** What the enabled versions that leave have, and those that take their place have not. */
    private static <T> List<T> lost(
            Snapshot snapshot, Plan plan, Function<PluginManifest, ? extends Collection<T>> part) {
        List<T> lost = new ArrayList<>();
        for (Step step : plan.steps()) {
            StoredVersion version = step.version();
            if (step.action() == Action.DELETE_DATA) {
                continue;
            }
            List<T> gone = new ArrayList<>();
            replaced(snapshot, step).forEach(before -> gone.addAll(part.apply(before.manifest())));
            if (version != null && brings(step)) {
                gone.removeAll(part.apply(version.manifest()));
            }
            lost.addAll(gone);
        }
        return List.copyOf(lost);
    }

    /** The version that is enabled before a step is done. */
    private static Stream<StoredVersion> replaced(Snapshot snapshot, Step step) {
        return snapshot.installations().stream()
                .filter(present -> present.enabled()
                        && present.plugin().id().equals(step.plugin().id()))
                .flatMap(present ->
                        snapshot.versions().stream().filter(known -> known.ref().equals(present.plugin())));
    }

    private static boolean brings(Step step) {
        return switch (step.action()) {
            case INSTALL, ENABLE, UPGRADE, DOWNGRADE -> true;
            case DISABLE, UNINSTALL, DELETE_DATA -> false;
        };
    }
}
