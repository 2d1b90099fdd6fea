package io.plexica.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.PlexicaException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.RegisterExtension;

class PluginFixtureTest {

    @RegisterExtension
    static final PluginFixture FIXTURE =
            PluginFixture.forPlugin("things").migrations("things/migration").entities(Thing.class, AnyThing.class);

    private static final TestContext ACME = TestContext.inTenant(PluginFixture.ACME);
    private static final TestContext GLOBEX = TestContext.inTenant(PluginFixture.GLOBEX);

    @Test
    void workThatReturnsIsKept() {
        Thing kept = FIXTURE.as(ACME, () -> persist("kept"));
        Thing found = FIXTURE.as(ACME, () -> FIXTURE.data().entityManager().find(Thing.class, kept.id));
        assertThat(found).isNotSameAs(kept);
        assertThat(found.madeAt).isEqualTo(kept.madeAt);
    }

    @Test
    void workThatThrowsLeavesNothingNotEvenAnAuditRow() {
        assertThatThrownBy(() -> FIXTURE.run(ACME, () -> {
                    persist("lost");
                    throw PlexicaException.conflict("changed-my-mind", "and so nothing is kept");
                }))
                .isInstanceOf(PlexicaException.class)
                .hasMessageContaining("changed-my-mind");
        assertThat(names(ACME)).isEmpty();
        assertThat(FIXTURE.audit().entries()).isEmpty();
    }

    @Test
    void usageIsCountedWithTheWorkThatItTellsOf() {
        FIXTURE.run(ACME, () -> FIXTURE.usage().track("thing-counted"));
        assertThatThrownBy(() -> FIXTURE.run(ACME, () -> {
                    FIXTURE.usage().track("thing-lost");
                    throw PlexicaException.conflict("changed-my-mind", "and so nothing is counted");
                }))
                .isInstanceOf(PlexicaException.class);
        assertThatThrownBy(() -> FIXTURE.run(ACME, () -> FIXTURE.usage().track("Not An Action")))
                .hasMessageContaining("is no action");
        assertThat(FIXTURE.usage().actions()).containsExactly("thing-counted");
    }

    @Test
    void checkedExceptionsArriveWithTheirCause() {
        assertThatThrownBy(() -> FIXTURE.run(ACME, () -> {
                    throw new IOException("disk");
                }))
                .hasRootCauseMessage("disk");
    }

    @RepeatedTest(2)
    void eachTestBeginsWithEmptyTables() {
        assertThat(names(ACME)).isEmpty();
        assertThat(names(GLOBEX)).isEmpty();
        FIXTURE.run(ACME, () -> persist("one"));
        FIXTURE.run(GLOBEX, () -> persist("two"));
        assertThat(FIXTURE.audit().actions()).containsExactly("things.thing.created", "things.thing.created");
    }

    @RepeatedTest(2)
    void whatAMigrationFillsStaysFilled() {
        assertThat(FIXTURE.tables()).containsExactly("kinds", "things");
        assertThat(FIXTURE.<Long>as(ACME, () -> FIXTURE.count(PluginFixture.ACME, "kinds")))
                .isEqualTo(2);
    }

    @Test
    void theContextAnswersForTheCaller() {
        TestContext ann = ACME.withUser("ann@acme.example").withRoles("member").withPermissions("things:*");
        FIXTURE.run(ann, () -> {
            assertThat(FIXTURE.context().tenant().slug()).isEqualTo("acme");
            assertThat(FIXTURE.context().user().email()).isEqualTo("ann@acme.example");
            assertThat(FIXTURE.context().roles()).containsExactly("member");
            assertThat(FIXTURE.context().hasPermission("things:thing:read")).isTrue();
            FIXTURE.run(
                    GLOBEX, () -> assertThat(FIXTURE.context().tenant().slug()).isEqualTo("globex"));
            assertThat(FIXTURE.context().tenant().slug()).isEqualTo("acme");
        });
        assertThat(FIXTURE.context().findTenant()).isEmpty();
    }

    @Test
    void handedOverWorkRunsForTheSameCallerInAUnitOfWorkOfItsOwn() {
        TestContext ann = ACME.withUser("ann@acme.example").inWorkspace("sales");
        FIXTURE.run(ann, () -> {
            FIXTURE.executor()
                    .submit(() -> {
                        assertThat(FIXTURE.context().user().email()).isEqualTo("ann@acme.example");
                        assertThat(FIXTURE.context().workspace()).isEqualTo(ann.workspace());
                        return persist("kept");
                    })
                    .get();
        });
        assertThat(names(ACME)).hasSize(1);
        assertThat(names(GLOBEX)).isEmpty();
        assertThat(FIXTURE.audit().actions()).containsExactly("things.thing.created");
    }

    @Test
    void outsideATenantNoTableIsReached() {
        assertThatThrownBy(() -> names(TestContext.nowhere())).isInstanceOf(PlexicaException.class);
        assertThatThrownBy(() -> FIXTURE.data().entityManager()).isInstanceOf(PlexicaException.class);
    }

    @Test
    void bodiesAreCheckedByTheirAnnotations() {
        assertThatCode(() -> FIXTURE.validate(new Thing("fine"))).doesNotThrowAnyException();
        assertThatThrownBy(() -> FIXTURE.validate(new Thing("too long")))
                .isInstanceOf(PlexicaException.class)
                .hasMessage("/name size must be between 0 and 5");
    }

    @Test
    void eventsArePublishedWithTheWorkOrNotAtAll() {
        FIXTURE.run(ACME, () -> FIXTURE.events().publish("things.thing.created", "t1", new Thing("fine")));
        assertThatThrownBy(() -> FIXTURE.run(ACME, () -> {
                    FIXTURE.events().publish("things.thing.created", "t2", new Thing("never"));
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");
        assertThatThrownBy(() -> FIXTURE.run(ACME, () -> FIXTURE.events().publish("crm.deal.won", "d1", "won")))
                .hasMessageContaining("not one of the plugin things");

        assertThat(FIXTURE.events().names()).containsExactly("things.thing.created");
    }

    @Test
    void runsAreAskedForWithTheWorkOrNotAtAll() {
        Instant noon = Instant.parse("2026-01-10T12:00:00Z");
        assertThatThrownBy(() -> FIXTURE.run(ACME, () -> {
                    FIXTURE.jobs().schedule("import", noon, Map.of());
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");
        FIXTURE.run(ACME, () -> FIXTURE.jobs().schedule("import", noon, Map.of("file", "a")));
        FIXTURE.run(ACME, () -> FIXTURE.jobs().schedule("import", noon, Map.of("file", "b")));
        FIXTURE.run(
                ACME, () -> FIXTURE.jobs().cancel(FIXTURE.jobs().asked().get(0).id()));

        assertThat(FIXTURE.jobs().asked()).extracting(run -> run.payload()).containsExactly(Map.of("file", "b"));
    }

    @Test
    void aFixtureThatWasNotRegisteredSaysSo() {
        assertThatThrownBy(() -> PluginFixture.forPlugin("things").data())
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining("@RegisterExtension");
    }

    private static Thing persist(String name) {
        Thing thing = new Thing(name);
        FIXTURE.audit().record("things.thing.created", "thing", thing.id.toString(), null, name);
        return FIXTURE.data().write(entities -> {
            entities.persist(thing);
            return thing;
        });
    }

    private static List<UUID> names(TestContext caller) {
        return FIXTURE.as(
                caller,
                () -> FIXTURE.data()
                        .read(entities -> entities.createQuery("SELECT t.id FROM Thing t", UUID.class)
                                .getResultList()));
    }
}
