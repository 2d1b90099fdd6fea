package io.plexica.plugins.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.store.InstallationStatus;
import io.plexica.spi.plugins.PluginRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What holds of every plan, over worlds made by chance. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlannerPropertiesTest {

    private static final int WORLDS = 3_000;
    private static final List<String> IDS = List.of("aa", "bb", "cc", "dd", "ee");
    private static final List<String> RANGES = List.of("[1,2)", "[2,3)", "[1,3)", "1", "[3,4)");

    @Test
    void a_plan_without_problems_leaves_everybody_with_what_they_need_in_every_step() {
        int feasible = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            Random random = new Random(seed);
            World world = world(random);
            String id = IDS.get(random.nextInt(IDS.size()));
            String version = (1 + random.nextInt(2)) + ".0.0";
            if (world.version(id, version) == null) {
                continue;
            }
            boolean has = world.installations().containsKey(id);
            Plan plan = has ? world.upgrade(id, version) : world.install(id, version);
            assertThat(has ? world.upgrade(id, version) : world.install(id, version))
                    .as("the same again, seed %s", seed)
                    .extracting(Plan::steps, Plan::problems)
                    .containsExactly(plan.steps(), plan.problems());
            if (plan.problems().isEmpty()) {
                feasible++;
                follow(world, plan, seed);
            }
        }
        assertThat(feasible).isGreaterThan(WORLDS / 10);
    }

    @Test
    void what_is_refused_cannot_be_done_by_any_choice_of_one_version_each() {
        for (int seed = 0; seed < WORLDS; seed++) {
            World world = new World();
            Random random = new Random(seed);
            publish(world, random);
            if (world.version("aa", "1.0.0") == null) {
                continue;
            }
            Plan plan = world.install("aa", "1.0.0");
            boolean resolvable = plan.problems().stream()
                    .noneMatch(problem -> problem.reason().equals("dependencies-missing"));
            assertThat(resolvable)
                    .as("seed %s: %s", seed, plan.problems())
                    .isEqualTo(anyChoice(world, new HashMap<>(Map.of("aa", "1.0.0"))));
        }
    }

    /** Does the steps one by one; what is enabled must have what it needs before it is enabled. */
    private static void follow(World world, Plan plan, int seed) {
        Map<String, PluginManifest> enabled = new HashMap<>();
        for (Installation installation : world.installations().values()) {
            if (installation.enabled()) {
                put(world, enabled, installation.plugin());
            }
        }
        for (Step step : plan.steps()) {
            boolean stays = step.action() == Action.UPGRADE || step.action() == Action.DOWNGRADE;
            if (stays && !enabled.containsKey(step.plugin().id())) {
                continue;
            }
            put(world, enabled, step.plugin());
            assertThat(missing(enabled, step.plugin().id()))
                    .as("seed %s: %s", seed, plan.steps())
                    .isEmpty();
        }
        assertThat(plan.steps().stream().map(step -> step.plugin().id()))
                .as("each once, seed %s", seed)
                .doesNotHaveDuplicates();
    }

    private static List<PluginNeed> missing(Map<String, PluginManifest> enabled, String id) {
        return PluginNeed.of(enabled.get(id))
                .filter(need -> !need.optional())
                .filter(need -> !enabled.containsKey(need.plugin())
                        || !need.accepts(enabled.get(need.plugin()).version()))
                .toList();
    }

    private static boolean anyChoice(World world, Map<String, String> chosen) {
        List<PluginNeed> needs = new ArrayList<>();
        chosen.forEach((id, version) ->
                PluginNeed.of(world.version(id, version).manifest()).forEach(needs::add));
        for (PluginNeed need : needs) {
            String version = chosen.get(need.plugin());
            if (version != null
                    && !need.accepts(
                            world.version(need.plugin(), version).manifest().version())) {
                return false;
            }
        }
        TreeSet<String> open = new TreeSet<>();
        needs.stream()
                .filter(need -> !need.optional() && !chosen.containsKey(need.plugin()))
                .forEach(need -> open.add(need.plugin()));
        if (open.isEmpty()) {
            return true;
        }
        for (String version : List.of("1.0.0", "2.0.0")) {
            if (world.version(open.first(), version) != null) {
                Map<String, String> more = new HashMap<>(chosen);
                more.put(open.first(), version);
                if (anyChoice(world, more)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static World world(Random random) {
        World world = new World();
        publish(world, random);
        // What a tenant has came by plans, so it fits: those without needs of their own may be there from the
        // beginning.
        for (String id : IDS) {
            for (String version : List.of("1.0.0", "2.0.0")) {
                boolean alone = world.version(id, version) != null
                        && world.version(id, version).manifest().dependencies().isEmpty();
                if (alone && random.nextInt(3) == 0) {
                    boolean disabled = random.nextBoolean();
                    world.has(id, version, disabled ? InstallationStatus.DISABLED : InstallationStatus.INSTALLED);
                }
            }
        }
        return world;
    }

    private static void publish(World world, Random random) {
        for (String id : IDS) {
            for (String version : List.of("1.0.0", "2.0.0")) {
                List<String> needs = new ArrayList<>();
                for (String other : IDS) {
                    if (!other.equals(id) && random.nextInt(4) == 0) {
                        needs.add((random.nextInt(4) == 0 ? "?" : "") + other);
                        needs.add(RANGES.get(random.nextInt(RANGES.size())));
                    }
                }
                if (random.nextInt(8) > 0) {
                    world.publish(id, version, needs.toArray(String[]::new));
                }
            }
        }
    }

    private static void put(World world, Map<String, PluginManifest> enabled, PluginRef ref) {
        enabled.put(ref.id(), world.version(ref.id(), ref.version()).manifest());
    }
}
