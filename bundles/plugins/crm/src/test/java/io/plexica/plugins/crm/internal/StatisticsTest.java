package io.plexica.plugins.crm.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.problem.ErrorCode;
import io.plexica.plugins.crm.api.DealFigures;
import io.plexica.plugins.crm.internal.contacts.ContactBody;
import io.plexica.plugins.crm.internal.contacts.ContactResource;
import io.plexica.plugins.crm.internal.contacts.ContactView;
import io.plexica.plugins.crm.internal.contacts.Contacts;
import io.plexica.plugins.crm.internal.deals.DealBody;
import io.plexica.plugins.crm.internal.deals.DealResource;
import io.plexica.plugins.crm.internal.deals.DealView;
import io.plexica.plugins.crm.internal.deals.Deals;
import io.plexica.plugins.crm.internal.deals.Stage;
import io.plexica.plugins.crm.internal.statistics.Statistics;
import io.plexica.testkit.PluginFixture;
import io.plexica.testkit.TestContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StatisticsTest {

    private static final TestContext GIL =
            TestContext.inTenant(PluginFixture.GLOBEX).withPermissions("crm:*");

    @RegisterExtension
    static final PluginFixture FIXTURE = Crm.fixture();

    private final Contacts contacts = Crm.contacts(FIXTURE);
    private final Deals deals =
            new Deals(FIXTURE.data(), FIXTURE.audit(), FIXTURE.events(), FIXTURE.context(), FIXTURE.configuration());
    private final Statistics statistics = new Statistics(contacts, deals);

    @Test
    void dealsAreAddedUpByStageAndCurrency() {
        UUID ann = contact(Crm.ANN);
        deal(Crm.ANN, ann, "10.50", "EUR", Stage.NEW);
        deal(Crm.ANN, ann, "1.50", "EUR", Stage.NEW);
        deal(Crm.ANN, ann, "7", "USD", Stage.WON);
        deal(Crm.ANN, ann, null, null, Stage.WON);

        DealFigures figures = FIXTURE.as(Crm.ANN, statistics::deals);

        assertThat(figures.total()).isEqualTo(4);
        assertThat(figures.stages())
                .containsExactly(
                        new DealFigures.Stage("NEW", 2, Map.of("EUR", new BigDecimal("12.00"))),
                        new DealFigures.Stage("QUALIFIED", 0, Map.of()),
                        new DealFigures.Stage("WON", 2, Map.of("USD", new BigDecimal("7.00"))),
                        new DealFigures.Stage("LOST", 0, Map.of()));
        assertThat(FIXTURE.as(Crm.ANN, statistics::contacts)).isEqualTo(1);
    }

    @Test
    void neitherAnotherTenantNorAnotherWorkspaceCounts() {
        deal(Crm.ANN, contact(Crm.ANN), "10", "EUR", Stage.NEW);

        for (TestContext stranger : List.of(GIL, Crm.ANN.inWorkspace("sales"))) {
            assertThat(FIXTURE.as(stranger, statistics::contacts)).isZero();
            assertThat(FIXTURE.as(stranger, statistics::deals).total()).isZero();
        }
    }

    @Test
    void whatAPolicyHidesIsNotCounted() {
        UUID ann = contact(Crm.ANN);
        deal(Crm.ANN, ann, "10", "EUR", Stage.NEW);
        deal(Crm.ANN, ann, "20000", "EUR", Stage.NEW);
        TestContext bob =
                Crm.ANN.denied("crm:deals:*", deal -> ((DealView) deal).amount().intValue() > 10_000);

        assertThat(FIXTURE.as(bob, statistics::deals).total()).isEqualTo(1);
    }

    @Test
    void whoMaySeeNoDealsGetsNoFiguresOfThem() {
        TestContext carl = TestContext.inTenant(PluginFixture.ACME).withPermissions("crm:contacts:read");

        Crm.assertRefused(
                ErrorCode.PERMISSION_DENIED, "crm:deals:read", () -> FIXTURE.run(carl, () -> statistics.deals()));
        assertThat(FIXTURE.as(carl, statistics::contacts)).isZero();
    }

    private UUID contact(TestContext who) {
        ContactBody body = new ContactBody("Ann", null, null, null, null);
        return FIXTURE.as(
                who,
                () -> ((ContactView) new ContactResource(contacts, Crm.contactIndex(FIXTURE))
                                .create(body)
                                .getEntity())
                        .id());
    }

    private void deal(TestContext who, UUID contact, String amount, String currency, Stage stage) {
        BigDecimal value = amount == null ? null : new BigDecimal(amount);
        DealBody body = new DealBody("A deal", contact, value, currency, stage);
        FIXTURE.run(who, () -> new DealResource(deals).create(body));
    }
}
