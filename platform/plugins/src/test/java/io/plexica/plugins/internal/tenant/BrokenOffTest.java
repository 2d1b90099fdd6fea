package io.plexica.plugins.internal.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.store.OngoingWork;
import io.plexica.plugins.internal.store.Transactions;
import io.plexica.plugins.internal.testing.PluginJar;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A node died between the switch to a version and the answer of its health check, or so it seems. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BrokenOffTest extends PlatformCase {

    private static final String WELL = "{\"healthCheck\":\"/hello\"}";
    private static final String UNWELL = "{\"healthCheck\":\"/no-such-thing\"}";

    @Test
    void a_version_that_is_well_is_found_so_and_stays() throws Exception {
        moveAndDie(WELL);

        recover();

        assertThat(present().plugin().version()).isEqualTo("1.1.0");
        assertThat(present().reason()).isNull();
        assertThat(database.query("SELECT 1 FROM core.installations WHERE unproven IS NOT NULL"))
                .isEmpty();
    }

    @Test
    void a_version_that_is_not_well_goes_and_the_one_before_serves_again() throws Exception {
        moveAndDie(UNWELL);

        recover();

        assertThat(present().plugin().version()).isEqualTo("1.0.0");
        assertThat(present().enabled()).isTrue();
        assertThat(present().reason())
                .startsWith("The upgrade to 1.1.0 was taken back: The health check /no-such-thing of notes@1.1.0");
        assertThat(hello("acme")).isEqualTo("1.0.0");
        assertThat(audited("core.plugin.upgraded")).contains("FAILURE");
    }

    @Test
    void what_it_needs_and_was_not_finished_either_takes_it_back() throws Exception {
        publish(PluginJar.hello("mail", "1.0.0"));
        platform.plugins.install(acme, "mail", null, null);
        moveAndDie(WELL);
        database.admin("UPDATE core.installations SET operation = 'install for notes', operation_id ="
                + " gen_random_uuid() WHERE plugin_id = 'mail'");

        recover();

        assertThat(present().plugin().version()).isEqualTo("1.0.0");
        assertThat(platform.plugins.get(acme, "mail").status().isPresent()).isFalse();
    }

    @Test
    void what_another_node_does_is_its_own_until_it_falls_silent() {
        publish(PluginJar.hello("notes", "1.0.0"));
        platform.plugins.install(acme, "notes", null, null);
        UUID theirs = UUID.randomUUID();
        Transactions.alone(
                database.database(),
                () -> platform.installations.claim("acme", "notes", "disable", theirs, "elsewhere"));

        assertThat(brokenOff()).isEmpty();
        assertThat(takenOver(theirs)).isFalse();

        database.admin("UPDATE core.installations SET operation_at = now() - interval '2 minutes'");
        assertThat(brokenOff()).hasSize(1);
        Transactions.alone(database.database(), () -> platform.underWay.goOn(List.of(theirs)));
        assertThat(brokenOff()).isEmpty();

        database.admin("UPDATE core.installations SET operation_at = now() - interval '2 minutes'");
        assertThat(takenOver(theirs)).isTrue();
        assertThat(takenOver(theirs)).isFalse();
    }

    private void moveAndDie(String api) {
        publish(PluginJar.hello("notes", "1.0.0"));
        platform.plugins.install(acme, "notes", null, null);
        publish(PluginJar.hello("notes", "1.1.0").member("api", api));
        database.admin("UPDATE core.installations SET version = '1.1.0', operation = 'upgrade', unproven = '1.0.0',"
                + " operation_id = gen_random_uuid(), operation_node = '" + platform.node
                + "', operation_at = now() WHERE plugin_id = 'notes'");
    }

    private void recover() throws Exception {
        try (AutoCloseable recovery = platform.recovery()::close) {
            await().until(() -> database.query("SELECT 1 FROM core.installations WHERE operation IS NOT NULL")
                    .isEmpty());
        }
    }

    private Installation present() {
        return platform.plugins.get(acme, "notes");
    }

    private List<Installation> brokenOff() {
        return platform.underWay.brokenOff(platform.node, OngoingWork.SILENCE);
    }

    private boolean takenOver(UUID operation) {
        return Transactions.alone(
                database.database(),
                () -> platform.underWay.takeOver(operation, UUID.randomUUID(), platform.node, Duration.ofSeconds(45)));
    }
}
