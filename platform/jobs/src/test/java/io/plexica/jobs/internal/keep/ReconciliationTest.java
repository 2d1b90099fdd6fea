package io.plexica.jobs.internal.keep;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.jobs.internal.keep.Reconciliation.Add;
import io.plexica.jobs.internal.keep.Reconciliation.Change;
import io.plexica.jobs.internal.keep.Reconciliation.Delist;
import io.plexica.jobs.internal.keep.Reconciliation.Enlist;
import io.plexica.jobs.internal.keep.Reconciliation.Retime;
import io.plexica.jobs.internal.store.JobRow;
import io.plexica.spi.jobs.JobHandlers.Declared;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReconciliationTest {

    private static final Instant NOW = Instant.parse("2026-01-10T12:00:00Z");
    private static final UUID ID = new UUID(0, 7);
    private static final Declared TIDY = new Declared("crm", "tidy", "PT15M");

    @Test
    void what_was_not_there_is_added_and_due_at_its_next_time() {
        assertThat(changes(List.of(TIDY, new Declared("crm", "import", null))))
                .containsExactly(new Add("crm", "tidy", "PT15M", "UTC", NOW.plusSeconds(900)));
    }

    @Test
    void what_is_as_it_should_be_stays() {
        assertThat(changes(List.of(TIDY), scheduled("PT15M", NOW, false, false)))
                .isEmpty();
        assertThat(changes(List.of(TIDY), scheduled("PT15M", null, true, false)))
                .isEmpty();
    }

    @Test
    void what_came_back_is_due_at_its_next_time_and_makes_up_for_nothing() {
        assertThat(changes(List.of(TIDY), scheduled("PT15M", null, false, false)))
                .containsExactly(new Enlist(ID, NOW.plusSeconds(900)));
    }

    @Test
    void what_somebody_asked_for_before_it_went_is_due_at_once_when_it_comes_back_though_it_is_paused() {
        JobRow row = scheduled("PT15M", null, true, false);
        JobRow asked = new JobRow(
                row.id(),
                row.tenantSlug(),
                row.pluginId(),
                row.name(),
                row.schedule(),
                row.zone(),
                row.wantedAt(),
                row.payload(),
                row.paused(),
                true,
                row.version(),
                row.createdAt(),
                row.updatedAt(),
                row.dueAt(),
                row.running(),
                row.failures());

        assertThat(changes(List.of(TIDY), asked)).containsExactly(new Enlist(ID, NOW));
    }

    @Test
    void other_times_and_other_zones_take_effect_at_once() {
        assertThat(changes(List.of(TIDY), scheduled("PT20M", NOW, false, false)))
                .containsExactly(new Retime(ID, "PT15M", "UTC", NOW.plusSeconds(900)));
        assertThat(new Reconciliation(List.of(new Declared("crm", "tidy", "0 3 * * *")), ZoneId.of("Europe/Rome"), NOW)
                        .changes(List.of(scheduled("0 3 * * *", NOW, false, false))))
                .containsExactly(new Retime(ID, "0 3 * * *", "Europe/Rome", Instant.parse("2026-01-11T02:00:00Z")));
    }

    @Test
    void what_is_enabled_no_more_is_not_due_but_what_runs_ends() {
        assertThat(changes(List.of(), scheduled("PT15M", NOW, false, false))).containsExactly(new Delist(ID));
        assertThat(changes(List.of(), scheduled("PT15M", NOW, false, true))).isEmpty();
        assertThat(changes(List.of(), scheduled("PT15M", null, false, false))).isEmpty();
    }

    @Test
    void single_runs_wait_for_their_plugin_and_are_not_lost() {
        JobRow waiting = row(null, null, false, false);
        assertThat(changes(List.of(TIDY, new Declared("crm", "import", null)), waiting))
                .contains(new Enlist(ID, NOW.minusSeconds(60)));
        assertThat(changes(List.of(), row(null, NOW, false, false))).containsExactly(new Delist(ID));
        assertThat(changes(List.of(), waiting)).isEmpty();
    }

    private static List<Change> changes(List<Declared> declared, JobRow... rows) {
        return new Reconciliation(declared, ZoneId.of("UTC"), NOW).changes(List.of(rows));
    }

    private static JobRow scheduled(String schedule, @Nullable Instant due, boolean paused, boolean running) {
        return row(schedule, due, paused, running);
    }

    private static JobRow row(@Nullable String schedule, @Nullable Instant due, boolean paused, boolean running) {
        return new JobRow(
                ID,
                "acme",
                "crm",
                schedule == null ? "import" : "tidy",
                schedule,
                "UTC",
                schedule == null ? NOW.minusSeconds(60) : null,
                "{}",
                paused,
                false,
                1,
                NOW,
                NOW,
                due,
                running,
                0);
    }
}
