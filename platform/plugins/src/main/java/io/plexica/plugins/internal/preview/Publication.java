package io.plexica.plugins.internal.preview;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.problem.ErrorCode;
import io.plexica.plugins.internal.check.Candidate;
import io.plexica.plugins.internal.check.PluginCheck;
import io.plexica.plugins.internal.preview.Preview.Change;
import io.plexica.plugins.internal.preview.Preview.Events;
import io.plexica.plugins.internal.preview.Preview.Permissions;
import io.plexica.plugins.internal.preview.Preview.ProblemView;
import io.plexica.plugins.internal.preview.Preview.StepView;
import io.plexica.plugins.internal.preview.Preview.TenantChange;
import io.plexica.plugins.internal.publish.ExaminedJar;
import io.plexica.plugins.internal.publish.Replacements;
import io.plexica.plugins.internal.runtime.NewPermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts into a preview what was found out about a jar. Pure. */
public final class Publication {

    private Publication() {}

    /**
     * The preview of a publication. Nobody gains anything by it alone: people and tables are told tenant by tenant.
     *
     * @param before the newest version of the plugin that is published; null for none
     * @param known whether the version is published, perhaps with other bytes
     */
    public static Preview preview(
            ExaminedJar<List<TenantChange>> examined, @Nullable PluginManifest before, boolean known) {
        Optional<PluginManifest> manifest =
                Optional.ofNullable(examined.candidate()).map(Candidate::manifest);
        List<TenantChange> tenants = Objects.requireNonNullElse(examined.seen(), List.of());
        List<StepView> steps =
                manifest.map(after -> steps(examined, after, known)).orElse(List.of());
        List<ProblemView> problems = problems(examined, tenants);
        String digest =
                Optional.ofNullable(examined.candidate()).map(Candidate::digest).orElse("");
        return new Preview(
                true,
                steps,
                new Permissions(
                        manifest.map(after -> permissions(before, after)).orElse(List.of()),
                        before == null
                                ? List.of()
                                : manifest.map(after -> permissions(after, before))
                                        .orElse(List.of())),
                tenants.stream()
                        .flatMap(tenant -> tenant.migrations().stream())
                        .distinct()
                        .toList(),
                new Events(
                        manifest.map(after -> after.events().publishes()).orElse(List.of()),
                        manifest.map(after -> after.events().subscribes()).orElse(List.of())),
                manifest.map(Previews::contributions).orElse(List.of()),
                List.of(),
                List.of(),
                List.of(),
                problems,
                List.of(),
                StateHash.of(digest, steps, problems, tenants),
                tenants);
    }

    private static List<StepView> steps(ExaminedJar<?> examined, PluginManifest manifest, boolean known) {
        String target = manifest.id() + "@" + manifest.version();
        if (examined.replaces()) {
            return List.of(new StepView(
                    "replace", target, "Takes the place of the present bytes, at once for all tenants that are on it"));
        }
        return known
                ? List.of()
                : List.of(new StepView("publish", target, "Makes " + target + " AVAILABLE; no tenant moves by that"));
    }

    private static List<Change> permissions(@Nullable PluginManifest before, PluginManifest after) {
        return (before == null ? after : NewPermissions.of(before, after))
                .permissions().stream()
                        .map(permission -> new Change(
                                permission.key(),
                                permission.name(),
                                permission.defaultRoles(),
                                0,
                                permission.irreversible()))
                        .toList();
    }

    private static List<ProblemView> problems(ExaminedJar<?> examined, List<TenantChange> tenants) {
        List<ProblemView> problems = new ArrayList<>();
        examined.problems()
                .forEach(problem ->
                        problems.add(new ProblemView(ErrorCode.PLUGIN_INVALID.code(), PluginCheck.inOneLine(problem))));
        if (examined.conflict() != null) {
            problems.add(new ProblemView(ErrorCode.CONFLICT.code(), examined.conflict()));
        }
        // All that move at once must be able to: otherwise nothing is published.
        tenants.stream()
                .filter(tenant -> examined.replaces() && tenant.moves())
                .flatMap(tenant -> tenant.problems().stream()
                        .map(problem -> new ProblemView(
                                problem.code(),
                                Replacements.in(tenant.tenant(), problem.message()),
                                problem.pointer())))
                .forEach(problems::add);
        return problems;
    }
}
