package io.plexica.plugins.internal.plan;

import static io.plexica.plugins.internal.store.InstallationStatus.FAILED;
import static io.plexica.plugins.internal.store.InstallationStatus.INSTALLED;
import static io.plexica.plugins.internal.store.InstallationStatus.IN_PROGRESS;
import static io.plexica.plugins.internal.store.InstallationStatus.UNINSTALLED;
import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.spi.data.PluginSchemas.Difference;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What plans make of what there is already: tables, installations that failed or go on, bytes that are replaced. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StandingTest {

    private final World world = new World();

    @Test
    void tables_are_read_by_the_version_from_which_they_were_migrated_and_by_its_successors() {
        Difference older = new Difference(List.of("V3__more.sql"), List.of());
        world.publish("billing", "0.9.0")
                .publish("billing", "1.0.0")
                .publish("billing", "1.1.0")
                .publish("billing", "2.0.0")
                .migratedFrom("billing", "1.0.0");
        List.of("0.9.0", "1.0.0", "1.1.0").forEach(version -> world.differs("billing", version, older));

        world.has("billing", "2.0.0", UNINSTALLED);
        assertThat(world.install("billing", "1.0.0").problems()).isEmpty();
        assertThat(world.install("billing", "1.1.0").problems()).isEmpty();
        assertThat(world.install("billing", "0.9.0").problems())
                .extracting(Problem::sentence)
                .singleElement()
                .satisfies(sentence -> assertThat(sentence).contains("take 1.0.0 or a newer version"));
        world.has("billing", "2.0.0", INSTALLED);
        assertThat(world.upgrade("billing", "1.0.0").problems()).isEmpty();
        assertThat(world.upgrade("billing", "0.9.0").problems())
                .extracting(Problem::reason)
                .containsExactly("schema-newer");
        assertThat(world.plan(InstallationRequest.move(world.version("billing", "0.9.0"), MoveOrigin.back(null, null)))
                        .problems())
                .isEmpty();
        world.has("billing", "1.0.0", INSTALLED);
        assertThat(world.upgrade("billing", "1.1.0").problems()).isEmpty();
    }

    @Test
    void what_failed_can_be_removed_and_installed_again_and_nothing_else() {
        world.publish("crm", "1.0.0").has("crm", "1.0.0", FAILED);

        for (InstallationRequest wish : List.of(
                InstallationRequest.enable("crm"),
                InstallationRequest.disable("crm"),
                InstallationRequest.upgrade(world.version("crm", "1.0.0")))) {
            assertThat(world.plan(wish).problems()).extracting(Problem::reason).containsExactly("install-failed");
        }
        assertThat(world.install("crm", "1.0.0").problems()).isEmpty();
        Plan removal = world.plan(InstallationRequest.uninstall("crm", true));
        assertThat(removal.problems()).isEmpty();
        assertThat(PlannerTest.steps(removal)).containsExactly("uninstall crm@1.0.0", "delete-data crm@1.0.0");
    }

    @Test
    void what_is_under_way_is_waited_for_by_all() {
        world.publish("crm", "1.0.0").has("crm", "1.0.0", IN_PROGRESS, "install");

        for (InstallationRequest wish : List.of(
                InstallationRequest.enable("crm"),
                InstallationRequest.disable("crm"),
                InstallationRequest.uninstall("crm", true),
                InstallationRequest.upgrade(world.version("crm", "1.0.0")))) {
            assertThat(world.plan(wish).problems())
                    .extracting(Problem::reason)
                    .containsExactly("operation-in-progress");
        }
    }

    @Test
    void bytes_that_take_the_place_of_others_must_suit_as_an_upgrade_must_and_bring_nothing_along() {
        world.publish("billing", "1.0.0")
                .publish("crm", "1.0.0-SNAPSHOT")
                .has("crm", "1.0.0-SNAPSHOT", INSTALLED, "upgrade");
        StoredVersion before = world.version("crm", "1.0.0-SNAPSHOT");
        world.publishWith(
                "crm",
                "1.0.0-SNAPSHOT",
                "\"dependencies\":[{\"plugin\":\"billing\",\"version\":\"1\"}],\"plans\":[\"pro\"],"
                        + "\"visibility\":{\"tenants\":[\"globex\"]}");

        Plan plan = world.plan(InstallationRequest.replace(world.version("crm", "1.0.0-SNAPSHOT"), before));

        assertThat(PlannerTest.steps(plan)).containsExactly("upgrade crm@1.0.0-SNAPSHOT");
        assertThat(plan.problems())
                .extracting(problem -> problem.code() + " " + problem.reason())
                .containsExactlyInAnyOrder("PLUGIN_NOT_FOUND ", "PLAN_REQUIRED ", "CONFLICT dependencies-missing");
    }
}
