package io.plexica.plugins.crm.internal.deals;

import static io.plexica.plugins.crm.internal.Crm.ANN;
import static io.plexica.plugins.crm.internal.Crm.assertRefused;
import static io.plexica.plugins.crm.internal.Crm.etag;
import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.rest.PageQuery;
import io.plexica.plugins.crm.internal.Crm;
import io.plexica.plugins.crm.internal.contacts.ContactBody;
import io.plexica.plugins.crm.internal.contacts.ContactResource;
import io.plexica.plugins.crm.internal.contacts.ContactView;
import io.plexica.testkit.PluginFixture;
import io.plexica.testkit.TestContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DealResourceTest {

    @RegisterExtension
    static final PluginFixture FIXTURE = Crm.fixture();

    private ContactResource contacts;
    private DealResource deals;
    private UUID ann;

    @BeforeEach
    void aContact() {
        contacts = new ContactResource(Crm.contacts(FIXTURE), Crm.contactIndex(FIXTURE));
        deals = new DealResource(new Deals(
                FIXTURE.data(), FIXTURE.audit(), FIXTURE.events(), FIXTURE.context(), FIXTURE.configuration()));
        ann = contact(ANN);
    }

    @Test
    void whatIsCreatedCanBeRead() {
        Response created = create(new DealBody("Roof", ann, new BigDecimal("1200.5"), "EUR", Stage.QUALIFIED));
        DealView deal = view(created);
        assertThat(created.getStatus()).isEqualTo(201);
        assertThat(created.getLocation()).hasToString("deals/" + deal.id());
        assertThat(deal.amount()).isEqualTo(new BigDecimal("1200.50"));
        assertThat(view(FIXTURE.as(ANN, () -> deals.get(deal.id())))).isEqualTo(deal);
    }

    @Test
    void anAmountWithoutACurrencyIsInTheDefaultOne() {
        DealBody roof = new DealBody("Roof", ann, BigDecimal.TEN, null, null);
        assertRefused(ErrorCode.VALIDATION_FAILED, "/currency", () -> create(roof));

        FIXTURE.configuration().set("defaultCurrency", "CHF");
        assertThat(view(create(roof)).currency()).isEqualTo("CHF");
        assertThat(view(create(new DealBody("Roof", ann, BigDecimal.TEN, "EUR", null)))
                        .currency())
                .isEqualTo("EUR");
        assertThat(view(create(titled("Roof"))).currency()).isNull();

        FIXTURE.configuration().set("defaultCurrency", "XYZ");
        assertRefused(ErrorCode.VALIDATION_FAILED, "/currency", () -> create(roof));
    }

    @Test
    void aDealIsNewAndWithoutAnAmountUnlessSomebodySaysOtherwise() {
        DealView deal = view(create(titled("Roof")));
        assertThat(deal.stage()).isEqualTo(Stage.NEW);
        assertThat(deal.amount()).isNull();
        assertThat(deal.currency()).isNull();
    }

    @Test
    void aStageIsAListOfItsOwnAndAFigure() {
        create(new DealBody("Roof", ann, new BigDecimal("1200.5"), "EUR", Stage.QUALIFIED));
        create(new DealBody("Door", ann, BigDecimal.TEN, "EUR", Stage.WON));
        create(new DealBody("Gate", ann, BigDecimal.ONE, "CHF", Stage.WON));

        assertThat(FIXTURE.as(ANN, () -> deals.list(new PageQuery(null, null, "title", null), null, "WON"))
                        .items())
                .extracting(DealView::title)
                .containsExactly("Door", "Gate");
        assertRefused(
                ErrorCode.VALIDATION_FAILED,
                "/stage",
                () -> FIXTURE.as(ANN, () -> deals.list(new PageQuery(), null, "OVER")));
        assertThat(FIXTURE.as(ANN, () -> deals.figures()).stages()).anySatisfy(stage -> {
            assertThat(stage.name()).isEqualTo("WON");
            assertThat(stage.count()).isEqualTo(2);
            assertThat(stage.value()).containsOnlyKeys("CHF", "EUR");
        });
    }

    @Test
    void theContactMustExistInTheSameWorkspace() {
        UUID elsewhere = contact(TestContext.inTenant(PluginFixture.GLOBEX).withPermissions("crm:*"));
        UUID nextDoor = contact(ANN.inWorkspace("next-door"));
        for (UUID wrong : List.of(UUID.randomUUID(), elsewhere, nextDoor)) {
            assertRefused(
                    ErrorCode.VALIDATION_FAILED,
                    "/contactId",
                    () -> create(new DealBody("Roof", wrong, null, null, null)));
            UUID id = view(create(titled("Roof"))).id();
            DealPatch patch = new DealPatch();
            patch.setContactId(wrong);
            assertRefused(
                    ErrorCode.VALIDATION_FAILED,
                    "/contactId",
                    () -> FIXTURE.run(ANN, () -> deals.change(id, null, patch)));
        }
    }

    @Test
    void aContactWithDealsStays() {
        UUID id = view(create(titled("Roof"))).id();
        assertRefused(ErrorCode.CONFLICT, "in-use: ", () -> FIXTURE.run(ANN, () -> contacts.delete(ann, null)));
        FIXTURE.run(ANN, () -> deals.delete(id, null));
        FIXTURE.run(ANN, () -> contacts.delete(ann, null));
        assertThat(FIXTURE.audit().actions())
                .containsExactly("crm.contact.created", "crm.deal.created", "crm.deal.deleted", "crm.contact.deleted");
        assertThat(FIXTURE.events().names())
                .containsExactly("crm.contact.created", "crm.deal.created", "crm.contact.deleted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eur", "EURO", "ZZZ", "", "E"})
    void theCurrencyIsOneOfIso4217(String currency) {
        DealPatch patch = new DealPatch();
        patch.setCurrency(currency);
        DealBody body = new DealBody("Roof", ann, BigDecimal.ONE, currency, null);
        assertRefused(ErrorCode.VALIDATION_FAILED, "/currency", () -> FIXTURE.validate(body));
        assertRefused(ErrorCode.VALIDATION_FAILED, "/currency", () -> FIXTURE.validate(patch));
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        DealBody body = new DealBody(" ", null, new BigDecimal("-1"), "eur", null);
        assertRefused(ErrorCode.VALIDATION_FAILED, "4 parts", () -> FIXTURE.validate(body));
    }

    @Test
    void anAmountHasACurrencyAndTheOtherWayRound() {
        assertRefused(
                ErrorCode.VALIDATION_FAILED,
                "/currency",
                () -> create(new DealBody("Roof", ann, BigDecimal.ONE, null, null)));
        assertRefused(
                ErrorCode.VALIDATION_FAILED, "/amount", () -> create(new DealBody("Roof", ann, null, "EUR", null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "0.001", "1000000000000000", "1e1000000000", "1e-1000000000"})
    void anAmountOutOfBoundsIsRefused(String amount) {
        assertRefused(
                ErrorCode.VALIDATION_FAILED,
                "/amount",
                () -> FIXTURE.validate(new DealBody("Roof", ann, new BigDecimal(amount), "EUR", null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00", "999999999999999.99", "1e3"})
    void theBoundsOfAnAmountAreWithin(String amount) {
        DealBody body = new DealBody("Roof", ann, new BigDecimal(amount), "EUR", null);
        FIXTURE.validate(body);
        assertThat(view(create(body)).amount()).isEqualByComparingTo(amount);
    }

    @Test
    void titleAndContactAreRequired() {
        DealPatch patch = new DealPatch();
        patch.setTitle(null);
        patch.setContactId(null);
        UUID id = view(create(titled("Roof"))).id();
        assertRefused(
                ErrorCode.VALIDATION_FAILED, "2 parts", () -> FIXTURE.run(ANN, () -> deals.change(id, null, patch)));
        assertRefused(
                ErrorCode.VALIDATION_FAILED,
                "2 parts",
                () -> FIXTURE.validate(new DealBody(null, null, null, null, null)));
    }

    @Test
    void aDealMovesFromStageToStage() {
        Response created = create(new DealBody("Roof", ann, BigDecimal.TEN, "EUR", null));
        UUID id = view(created).id();
        DealPatch patch = new DealPatch();
        patch.setStage(Stage.WON);
        Response won = FIXTURE.as(ANN, () -> deals.change(id, etag(created), patch));
        assertThat(view(won).stage()).isEqualTo(Stage.WON);
        assertThat(view(won).amount()).isEqualTo(new BigDecimal("10.00"));
        assertThat(etag(won)).isEqualTo("\"2\"");
        assertRefused(
                ErrorCode.PRECONDITION_FAILED,
                "read it again",
                () -> FIXTURE.run(ANN, () -> deals.change(id, etag(created), new DealPatch())));
        Response again = FIXTURE.as(ANN, () -> deals.change(id, null, patch));
        assertThat(etag(again)).as("nothing changed").isEqualTo("\"2\"");
    }

    @Test
    void dealsAreListedForAllContactsOrForOne() {
        UUID bob = contact(ANN);
        create(titled("Roof"));
        create(titled("Floor"));
        create(new DealBody("Wall", bob, BigDecimal.ONE, "EUR", null));
        assertThat(titles("title", null, null)).containsExactly("Floor", "Roof", "Wall");
        assertThat(titles("-amount,title", null, bob.toString())).containsExactly("Wall");
        assertThat(titles("-amount,title", null, null))
                .as("those without an amount come last")
                .containsExactly("Wall", "Floor", "Roof");
        assertThat(titles(null, "OO", null)).containsExactly("Floor", "Roof");
        assertThat(titles("stage,createdAt", null, UUID.randomUUID().toString()))
                .isEmpty();
        assertRefused(ErrorCode.VALIDATION_FAILED, "/contactId", () -> titles(null, null, "bob"));
    }

    private List<String> titles(@Nullable String sort, @Nullable String q, @Nullable String contactId) {
        return FIXTURE.as(ANN, () -> deals.list(new PageQuery(null, null, sort, q), contactId, null)).items().stream()
                .map(DealView::title)
                .toList();
    }

    private DealBody titled(String title) {
        return new DealBody(title, ann, null, null, null);
    }

    private UUID contact(TestContext caller) {
        ContactBody body = new ContactBody("Ann", null, null, null, null);
        return FIXTURE.as(caller, () -> ((ContactView) contacts.create(body).getEntity()).id());
    }

    private Response create(DealBody body) {
        return FIXTURE.as(ANN, () -> deals.create(body));
    }

    private static DealView view(Response answer) {
        return (DealView) answer.getEntity();
    }
}
