package io.plexica.plugins.internal.plan;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.store.InstallationStatus;
import io.plexica.plugins.internal.store.StoredVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes plans. Pure: the same snapshot and wish give the same plan. For one thread. */
public final class Planner {

    private final Snapshot snapshot;
    private final InstallationRequest wish;
    private final @Nullable Installation present;
    private final List<Step> steps = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private Planner(Snapshot snapshot, InstallationRequest wish) {
        this.snapshot = snapshot;
        this.wish = wish;
        this.present = snapshot.find(wish.pluginId()).orElse(null);
    }

    /**
     * Plans.
     *
     * @throws PlexicaException {@code not-found} when the wish is about something that the tenant does not have
     */
    public static Plan plan(Snapshot snapshot, InstallationRequest wish) {
        return new Planner(snapshot, wish).plan();
    }

    private Plan plan() {
        if (!wish.served().contains(snapshot.tenant().status())) {
            problems.add(Problem.conflict(
                    "tenant-busy",
                    "The tenant is " + snapshot.tenant().status()
                            + "; plugins are brought to tenants that are there to stay"));
            return done();
        }
        switch (wish.action()) {
            case INSTALL -> install();
            case ENABLE -> having().ifPresent(this::enable);
            case DISABLE -> having().ifPresent(this::disable);
            case UPGRADE, DOWNGRADE -> having().ifPresent(this::upgrade);
            case UNINSTALL, DELETE_DATA -> uninstall();
        }
        return done();
    }

    private Plan done() {
        problems.addAll(TableCompatibility.problems(snapshot, wish, steps));
        return new Plan(wish, steps, problems, Dependants.of(snapshot, wish.pluginId()));
    }

    private void install() {
        if (present != null && present.status().isPresent()) {
            problems.add(
                    Problem.conflict("already-installed", present.plugin() + " is installed in this tenant already"));
        } else if (present != null && present.operation() != null) {
            problems.add(WorkInProgress.with(present));
        } else {
            bring(target(), Action.INSTALL, "Installs " + target().ref() + " and lets requests in");
        }
    }

    private void enable(Installation installation) {
        if (isBusy(installation) || installation.enabled()) {
            return;
        }
        Optional<StoredVersion> version = snapshot.version(installation.plugin());
        if (version.isEmpty()) {
            problems.add(Problem.of(ErrorCode.PLUGIN_UNAVAILABLE, installation.plugin() + " is not there any more"));
            return;
        }
        bring(version.get(), Action.ENABLE, "Lets requests in to " + installation.plugin());
    }

    private void disable(Installation installation) {
        if (isBusy(installation) || !installation.enabled()) {
            return;
        }
        problems.addAll(Dependants.problems(snapshot, wish.pluginId(), Installation::enabled));
        problems.addAll(bereft(installation, Installation::enabled, null));
        step(
                Action.DISABLE,
                installation,
                "Shuts requests out of " + installation.plugin() + "; its data and what roles hold of it stay");
    }

    private void upgrade(Installation installation) {
        StoredVersion target = target();
        if (wish.replaced() == null
                && (isBusy(installation) || installation.plugin().equals(target.ref()))) {
            return;
        }
        Optional<StoredVersion> from =
                Optional.ofNullable(wish.replaced()).or(() -> snapshot.version(installation.plugin()));
        boolean older = from.filter(before ->
                        target.manifest().version().compareTo(before.manifest().version()) < 0)
                .isPresent();
        problems.addAll(Dependants.unsuited(snapshot, target));
        problems.addAll(bereft(installation, Installation::enabled, target));
        if (!wish.back()) {
            problems.addAll(SettingsCompatibility.problems(snapshot, target));
            problems.addAll(Eligibility.unseen(target.manifest(), snapshot.tenant()));
        }
        Action action = older ? Action.DOWNGRADE : Action.UPGRADE;
        String detail = "Moves from " + installation.plugin().version() + " to "
                + target.ref().version() + (installation.enabled() ? "" : "; it stays disabled");
        if (installation.enabled()) {
            bring(target, action, detail);
        } else {
            alone(target, action, detail);
        }
        if (wish.replaced() != null) {
            inPlace(target);
        }
    }

    /** Nothing comes along with bytes that take the place of others, and they wait for nobody. */
    private void inPlace(StoredVersion target) {
        steps.stream()
                .filter(step -> !step.plugin().equals(target.ref()))
                .map(step -> Problem.conflict(
                        "dependencies-missing",
                        target.ref() + " needs " + step.plugin() + ", which is not enabled here; "
                                + (step.action() == Action.INSTALL ? "install" : "enable") + " it first"))
                .forEach(problems::add);
        steps.removeIf(step -> !step.plugin().equals(target.ref()));
        problems.removeIf(problem -> problem.reason().equals(WorkInProgress.REASON));
    }

    private void uninstall() {
        if (present == null || isGone(present) && !(wish.deleteData() && snapshot.dataLeft())) {
            throw notInstalled();
        }
        if (isBusy(present)) {
            return;
        }
        if (present.status() == InstallationStatus.FAILED) {
            step(
                    Action.UNINSTALL,
                    present,
                    "Removes what is left of " + present.plugin() + ", whose installation failed");
        }
        if (present.status().isPresent()) {
            problems.addAll(Dependants.problems(
                    snapshot,
                    wish.pluginId(),
                    installation -> installation.status().isPresent()));
            problems.addAll(
                    bereft(present, installation -> installation.status().isPresent(), null));
            step(
                    Action.UNINSTALL,
                    present,
                    "Takes " + present.plugin() + " from the tenant" + (wish.deleteData() ? "" : "; its data is kept"));
        }
        if (wish.deleteData()) {
            step(Action.DELETE_DATA, present, "Deletes all tables of " + wish.pluginId() + ", for ever");
        }
    }

    /** Enables a version and, before it, all that it needs. */
    private void bring(StoredVersion root, Action action, String detail) {
        problems.addAll(Eligibility.problems(root.manifest(), snapshot.tenant(), snapshot.platform()));
        Optional<Map<String, StoredVersion>> chosen = new Resolver(snapshot, wish.pluginId()).choose(root);
        if (chosen.isEmpty()) {
            problems.addAll(new Explanation(snapshot).of(root));
        }
        Map<String, StoredVersion> all =
                new LinkedHashMap<>(chosen.orElse(Map.of(root.manifest().id(), root)));
        Order order = Order.of(wish.pluginId(), all);
        order.cycles().forEach(cycle -> problems.add(Problem.conflict("dependency-cycle", cycle)));
        order.sorted().stream()
                .filter(version -> !version.equals(root))
                .flatMap(version -> RequiredPlugin.step(snapshot, version, root.ref()).stream())
                .forEach(steps::add);
        steps.add(new Step(action, root.ref(), root, detail));
        problems.addAll(EnableCheck.problems(snapshot, wish.pluginId(), steps, all.keySet()));
        if (chosen.isPresent()) {
            problems.addAll(ServiceNeeds.unmet(
                    Stream.concat(
                                    snapshot.enabledBeside(wish.pluginId()),
                                    all.values().stream().map(StoredVersion::manifest))
                            .toList(),
                    steps));
        }
    }

    /** Whoever gets a service from a plugin that leaves, or moves, and would get it from nobody any more. */
    private List<Problem> bereft(Installation leaving, Predicate<Installation> which, @Nullable StoredVersion instead) {
        List<PluginManifest> stay = Stream.concat(
                        snapshot.others(wish.pluginId()).filter(which).flatMap(snapshot::manifest),
                        Stream.ofNullable(instead).map(StoredVersion::manifest))
                .toList();
        return Optional.ofNullable(wish.replaced())
                .map(StoredVersion::manifest)
                .map(Stream::of)
                .orElseGet(() -> snapshot.manifest(leaving))
                .flatMap(manifest -> ServiceNeeds.bereaved(manifest, stay).stream())
                .toList();
    }

    /** Moves a version that nobody can call: nothing has to be there beside it. */
    private void alone(StoredVersion root, Action action, String detail) {
        problems.addAll(Eligibility.problems(root.manifest(), snapshot.tenant(), snapshot.platform()));
        steps.add(new Step(action, root.ref(), root, detail));
        problems.addAll(EnableCheck.problems(
                snapshot, wish.pluginId(), steps, Set.of(root.manifest().id())));
    }

    private void step(Action action, Installation installation, String detail) {
        steps.add(new Step(
                action,
                installation.plugin(),
                snapshot.version(installation.plugin()).orElse(null),
                detail));
        problems.addAll(WorkInProgress.related(snapshot, wish.pluginId()).values());
    }

    private boolean isBusy(Installation installation) {
        if (installation.operation() == null) {
            return false;
        }
        problems.add(WorkInProgress.with(installation));
        return true;
    }

    /** What the tenant has; empty where it is not there yet, or never came to be there, which is a problem then. */
    private Optional<Installation> having() {
        if (present == null || isGone(present)) {
            throw notInstalled();
        }
        if (present.status().isPresent()) {
            return Optional.of(present);
        }
        problems.add(present.operation() != null ? WorkInProgress.with(present) : failed(present));
        return Optional.empty();
    }

    private static boolean isGone(Installation installation) {
        return installation.status() == InstallationStatus.UNINSTALLED && installation.operation() == null;
    }

    private static Problem failed(Installation installation) {
        String reason = installation.reason();
        return Problem.conflict(
                "install-failed",
                "the installation of " + installation.plugin() + " failed" + (reason == null ? "" : " (" + reason + ")")
                        + "; install it again, or uninstall it to remove what is left");
    }

    private StoredVersion target() {
        if (wish.target() == null) {
            throw new IllegalStateException(wish.action() + " goes to a version, and none is named");
        }
        return wish.target();
    }

    private PlexicaException notInstalled() {
        return PlexicaException.notFound("The plugin '" + wish.pluginId() + "' is not installed in this tenant");
    }
}
