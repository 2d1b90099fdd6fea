package io.plexica.plugins.analytics.internal.days;

import static io.plexica.testkit.PluginFixture.ACME;
import static io.plexica.testkit.PluginFixture.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.events.Event;
import io.plexica.api.jobs.JobRun;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.PageQuery;
import io.plexica.testkit.PluginFixture;
import io.plexica.testkit.TestContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DaysTest {

    @RegisterExtension
    static final PluginFixture FIXTURE = PluginFixture.forPlugin("analytics").migrations("db/migration");

    private static final Instant THEN = Instant.parse("2026-03-01T10:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");

    private final Days days = new Days(FIXTURE.data());
    private final DayResource resource = new DayResource(days);

    @Test
    void aNightAddsUpTheDaysThatAreOver() {
        contact(ACME, THEN);
        contact(ACME, THEN);
        deal(ACME, "EUR", 100.5, THEN);
        deal(ACME, "EUR", 49.5, THEN);
        deal(ACME, null, null, THEN);
        contact(ACME, Instant.now());
        assertThat(list(ACME, null, null)).isEmpty();

        night(ACME);
        night(ACME);

        assertThat(list(ACME, null, null))
                .containsExactly(
                        new DayFigures(DAY, "crm.contact.created", null, 2, null),
                        new DayFigures(DAY, "crm.deal.won", null, 1, null),
                        new DayFigures(DAY, "crm.deal.won", "EUR", 2, new BigDecimal("150.00")));
    }

    @Test
    void whatComesAgainCountsOnceAndWhatComesLateIsAdded() {
        Event event = event("crm.contact.created", THEN, Map.of());
        handle(ACME, event);
        handle(ACME, event);
        night(ACME);
        contact(ACME, THEN);
        night(ACME);

        assertThat(list(ACME, null, null)).extracting(DayFigures::count).containsExactly(2L);
    }

    @Test
    void aTenantSeesItsOwnDaysAndOnlyThoseItAskedFor() {
        contact(ACME, THEN);
        contact(GLOBEX, THEN);
        contact(GLOBEX, THEN.plusSeconds(86_400));
        night(ACME);
        night(GLOBEX);

        assertThat(list(ACME, null, null)).hasSize(1);
        assertThat(list(GLOBEX, "2026-03-02", "2026-03-02"))
                .extracting(DayFigures::day)
                .containsExactly(LocalDate.parse("2026-03-02"));
        assertThatThrownBy(() -> list(GLOBEX, "yesterday", null)).isInstanceOf(PlexicaException.class);
        assertThatThrownBy(() -> list(GLOBEX, null, "+10000-01-01")).isInstanceOf(PlexicaException.class);
    }

    private void contact(String tenant, Instant at) {
        handle(tenant, event("crm.contact.created", at, Map.of("name", "Ann")));
    }

    private void deal(String tenant, @Nullable String currency, @Nullable Double amount, Instant at) {
        Map<String, Object> payload = currency == null ? Map.of() : Map.of("currency", currency, "amount", amount);
        handle(tenant, event("crm.deal.won", at, payload));
    }

    private void handle(String tenant, Event event) {
        FIXTURE.as(TestContext.inTenant(tenant), () -> {
            new WonDeals(days).handle(event);
            return event;
        });
    }

    private void night(String tenant) {
        JobRun run = new JobRun(UUID.randomUUID(), "nightly-figures", Instant.now(), 1, Map.of());
        FIXTURE.as(TestContext.inTenant(tenant).outsideWorkspaces(), () -> {
            new NightlyFigures(days).run(run);
            return run;
        });
    }

    private List<DayFigures> list(String tenant, @Nullable String from, @Nullable String to) {
        return FIXTURE.as(TestContext.inTenant(tenant), () -> resource.list(from, to, new PageQuery()))
                .items();
    }

    private static Event event(String name, Instant at, Map<String, Object> payload) {
        return new Event(UUID.randomUUID(), name, "1", at, null, null, "trace-1", payload);
    }
}
