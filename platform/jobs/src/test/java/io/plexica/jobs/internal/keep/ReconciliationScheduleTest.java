package io.plexica.jobs.internal.keep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plexica.jobs.internal.JobsRoom;
import io.plexica.jobs.internal.JobsRoom.Node;
import io.plexica.jobs.internal.engine.Engine;
import io.plexica.spi.jobs.JobHandlers.Declared;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReconciliationScheduleTest {

    private static final String LIST =
            "SELECT j.tenant_slug || '/' || j.plugin_id || '/' || j.name || ' ' || coalesce(j.schedule, 'once') || ' '"
                    + " || (d.job_id IS NOT NULL) FROM core.jobs j LEFT JOIN core.jobs_due d ON d.job_id = j.id ORDER BY 1";

    private final JobsRoom room = new JobsRoom("acme", "globex");
    private final Node node = room.node();
    private final Engine engine = node.start();
    private final ReconciliationSchedule keeper = node.keeper(engine);

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    @Test
    void tenants_have_the_jobs_of_their_plugins_and_they_run() {
        node.plugins.declare(new Declared("crm", "tidy", "PT1S"), new Declared("crm", "import", null));
        keeper.changed("");

        soon(() -> assertThat(room.rows(LIST)).containsExactly("acme/crm/tidy PT1S true", "globex/crm/tidy PT1S true"));
        soon(() -> assertThat(node.plugins.done()).contains("acme:crm:tidy", "globex:crm:tidy"));
    }

    @Test
    void a_plugin_that_is_disabled_or_a_tenant_that_is_suspended_stops_and_goes_on() {
        keeper.close();
        node.plugins.declare(new Declared("crm", "tidy", "P1D"));
        keeper.reconcile(null);
        node.plugins.setEnabled(false);
        keeper.reconcile("acme");
        assertThat(room.rows(LIST)).containsExactly("acme/crm/tidy P1D false", "globex/crm/tidy P1D true");

        node.plugins.setEnabled(true);
        room.tenants.status("globex", TenantStatus.SUSPENDED);
        keeper.reconcile(null);
        assertThat(room.rows(LIST)).containsExactly("acme/crm/tidy P1D true", "globex/crm/tidy P1D false");
        assertThat(node.job("acme").nextRunAt()).isAfter(Instant.now().plusSeconds(3600));
    }

    @Test
    void another_version_brings_other_times() {
        keeper.close();
        node.plugins.declare(new Declared("crm", "tidy", "P1D"));
        keeper.reconcile("acme");
        UUID before = node.job("acme").id();
        node.plugins.declare(new Declared("crm", "tidy", "P9D"), new Declared("crm", "report", "0 3 * * *"));
        keeper.reconcile("acme");

        assertThat(room.rows(LIST)).containsExactly("acme/crm/report 0 3 * * * true", "acme/crm/tidy P9D true");
        assertThat(room.rows("SELECT id FROM core.jobs WHERE name = 'tidy'")).containsExactly(before.toString());
        assertThat(room.rows("SELECT 1 FROM core.jobs_due WHERE execution_time > now() + interval '8 days'"))
                .hasSize(1);
    }

    @Test
    void nodes_that_look_at_once_agree() {
        Node other = room.anotherNode();
        other.plugins.declare(new Declared("crm", "tidy", "P1D"));
        node.plugins.declare(new Declared("crm", "tidy", "P1D"));
        ReconciliationSchedule another = other.keeper(engine);
        keeper.changed("");
        another.changed("");
        another.reconcile(null);
        keeper.reconcile(null);

        assertThat(room.rows(LIST)).containsExactly("acme/crm/tidy P1D true", "globex/crm/tidy P1D true");
    }

    @Test
    void what_is_gone_takes_its_jobs_and_their_history_along() {
        keeper.close();
        node.plugins.declare(new Declared("crm", "tidy", "P1D"), new Declared("loyalty", "points", "P1D"));
        keeper.reconcile(null);
        room.letTimePass();
        room.wake.up();
        soon(() -> assertThat(room.rows("SELECT 1 FROM core.jobs_runs WHERE status = 'SUCCEEDED'"))
                .hasSize(4));

        new JobData(node.database, node.jobs).deleteAll("acme", "crm");
        assertThat(room.rows(LIST))
                .containsExactly(
                        "acme/loyalty/points P1D true", "globex/crm/tidy P1D true", "globex/loyalty/points P1D true");
        assertThat(room.rows("SELECT 1 FROM core.jobs_runs")).hasSize(3);

        Housekeeping housekeeping = node.housekeeping();
        housekeeping.changed(new Tenant(new UUID(0, 1), "acme", "acme", TenantStatus.DELETED, "free", Instant.EPOCH));
        assertThat(room.rows(LIST)).allMatch(row -> row.startsWith("globex/"));
        room.tenants.status("globex", null);
        assertThat(housekeeping.removeOrphans()).isEqualTo(1);
        assertThat(room.rows(LIST)).isEmpty();
        assertThat(room.rows("SELECT 1 FROM core.jobs_runs")).isEmpty();
    }

    private static void soon(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(40)).untilAsserted(assertion);
    }
}
