package io.plexica.plugins.crm.internal.deals;

import static io.plexica.plugins.crm.internal.Crm.ANN;
import static io.plexica.plugins.crm.internal.Crm.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.plugins.crm.internal.Crm;
import io.plexica.plugins.crm.internal.contacts.ContactBody;
import io.plexica.plugins.crm.internal.contacts.ContactResource;
import io.plexica.plugins.crm.internal.contacts.ContactView;
import io.plexica.testkit.PluginFixture;
import io.plexica.testkit.TestContext;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A policy that denies {@code crm:deals:*} where {@code resource.amount} is over 10,000 holds everywhere. */
class DealPolicyTest {

    @RegisterExtension
    static final PluginFixture FIXTURE = Crm.fixture();

    private static final BigDecimal LIMIT = new BigDecimal("10000");
    private static final TestContext BOB = ANN.withUser("bob@acme.example")
            .denied("crm:deals:*", deal -> ((DealView) deal).amount().compareTo(LIMIT) > 0);

    private DealResource deals;
    private UUID contact;

    @BeforeEach
    void aContact() {
        deals = new DealResource(new Deals(
                FIXTURE.data(), FIXTURE.audit(), FIXTURE.events(), FIXTURE.context(), FIXTURE.configuration()));
        ContactResource contacts = new ContactResource(Crm.contacts(FIXTURE), Crm.contactIndex(FIXTURE));
        ContactBody body = new ContactBody("Ann", null, null, null, null);
        contact = FIXTURE.as(ANN, () -> ((ContactView) contacts.create(body).getEntity()).id());
    }

    @Test
    void pagesAndTotalsHoldWhatMayBeSeen() {
        for (int i = 1; i <= 7; i++) {
            create(ANN, i % 2 == 0 ? 20_000 : 1000 + i);
        }
        assertThat(list(ANN, "0").total()).isEqualTo(7);
        Page<DealView> first = list(BOB, "0");
        Page<DealView> second = list(BOB, "1");
        assertThat(first.total()).isEqualTo(4);
        assertThat(first.items()).extracting(DealView::title).containsExactly("Deal 1001", "Deal 1003", "Deal 1005");
        assertThat(second.total()).isEqualTo(4);
        assertThat(second.items()).extracting(DealView::title).containsExactly("Deal 1007");
        assertThat(list(BOB, "2").items()).isEmpty();
    }

    @Test
    void whatMayNotBeSeenCannotBeReadChangedNorDeleted() {
        UUID large = create(ANN, 20_000);
        refused(() -> deals.get(large));
        refused(() -> deals.replace(large, null, body(1)));
        refused(() -> deals.delete(large, null));
        FIXTURE.run(ANN, () -> deals.get(large));
    }

    @Test
    void noDealGrowsBeyondWhatItsOwnerMaySee() {
        refused(() -> deals.create(body(20_000)));
        UUID small = create(BOB, 9_999);
        DealPatch patch = new DealPatch();
        patch.setAmount(new BigDecimal("10000.01"));
        refused(() -> deals.change(small, null, patch));
        DealView kept = FIXTURE.as(BOB, () -> (DealView) deals.get(small).getEntity());
        assertThat(kept.amount()).isEqualByComparingTo("9999");
        FIXTURE.run(BOB, () -> deals.delete(small, null));
    }

    private static void refused(PluginFixture.Action work) {
        assertRefused(ErrorCode.PERMISSION_DENIED, "crm:deals:", () -> FIXTURE.run(BOB, work));
    }

    private Page<DealView> list(TestContext caller, String page) {
        return FIXTURE.as(caller, () -> deals.list(new PageQuery(page, "3", "title", null), null, null));
    }

    private UUID create(TestContext caller, int amount) {
        return FIXTURE.as(caller, () -> ((DealView) deals.create(body(amount)).getEntity()).id());
    }

    private DealBody body(int amount) {
        return new DealBody("Deal " + amount, contact, BigDecimal.valueOf(amount), "EUR", null);
    }
}
