package io.plexica.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;

import io.plexica.api.problem.PlexicaException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** The contract lets pass what keeps tenants apart and catches what does not. */
class IsolationContractTest {

    @Test
    void tablesOfTheirOwnPass() {
        run(Apart.class).assertStatistics(all -> all.started(7).succeeded(7));
    }

    @Test
    void rowsOfWorkspacesAreProvedToo() {
        run(Scoped.class).assertStatistics(all -> all.started(10).succeeded(10));
    }

    @Test
    void workspacesThatShareTheirRowsAreCaught() {
        Events tests = run(Mixed.class);
        tests.assertStatistics(all -> all.started(10).failed(3));
        tests.assertThatEvents().haveExactly(1, event(test("anotherWorkspaceDoesNotFindIt"), finishedWithFailure()));
    }

    @Test
    void memoryInCommonIsCaught() {
        Events tests = run(Leaking.class);
        tests.assertStatistics(all -> all.started(7).failed(5));
        for (String caught : List.of(
                "anotherTenantDoesNotFindIt",
                "anotherTenantCannotReadIt",
                "anotherTenantCannotChangeIt",
                "anotherTenantCannotDeleteIt",
                "outsideATenantNothingIsReached")) {
            tests.assertThatEvents().haveExactly(1, event(test(caught), finishedWithFailure()));
        }
    }

    private static Events run(Class<?> contract) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(contract))
                .execute()
                .testEvents();
    }

    static final class Apart extends Things {

        @RegisterExtension
        static final PluginFixture FIXTURE =
                PluginFixture.forPlugin("apart").migrations("things/migration").entities(Thing.class, AnyThing.class);

        @Override
        protected PluginFixture fixture() {
            return FIXTURE;
        }
    }

    static final class Scoped extends Things {

        @RegisterExtension
        static final PluginFixture FIXTURE = PluginFixture.forPlugin("scoped")
                .migrations("things/scoped")
                .entities(ScopedThing.class, AnyThing.class);

        @Override
        protected PluginFixture fixture() {
            return FIXTURE;
        }

        @Override
        AnyThing newThing() {
            return new ScopedThing("thing");
        }
    }

    /** Says that its things belong to workspaces, while nothing keeps them apart. */
    static final class Mixed extends Things {

        @RegisterExtension
        static final PluginFixture FIXTURE =
                PluginFixture.forPlugin("mixed").migrations("things/migration").entities(Thing.class, AnyThing.class);

        @Override
        protected PluginFixture fixture() {
            return FIXTURE;
        }

        @Override
        protected boolean keptInWorkspaces() {
            return true;
        }
    }

    abstract static class Things extends IsolationContract<UUID> {

        AnyThing newThing() {
            return new Thing("thing");
        }

        @Override
        protected UUID create() {
            AnyThing thing = newThing();
            fixture().data().entityManager().persist(thing);
            return thing.id;
        }

        @Override
        protected List<UUID> list() {
            return fixture()
                    .data()
                    .read(entities -> entities.createQuery(
                                    "SELECT t.id FROM " + newThing().getClass().getSimpleName() + " t", UUID.class)
                            .getResultList());
        }

        @Override
        protected void read(UUID id) {
            find(id);
        }

        @Override
        protected void change(UUID id) {
            find(id).name = "other";
        }

        @Override
        protected void delete(UUID id) {
            fixture().data().entityManager().remove(find(id));
        }

        private AnyThing find(UUID id) {
            AnyThing thing = fixture().data().entityManager().find(newThing().getClass(), id);
            if (thing == null) {
                throw PlexicaException.notFound("There is no thing " + id);
            }
            return thing;
        }
    }

    /** Keeps everybody's things in one list. */
    static final class Leaking extends IsolationContract<UUID> {

        @RegisterExtension
        static final PluginFixture FIXTURE = PluginFixture.forPlugin("leaking").migrations("things/migration");

        private static final List<UUID> THINGS = new ArrayList<>();

        @Override
        protected PluginFixture fixture() {
            return FIXTURE;
        }

        @Override
        protected UUID create() {
            UUID id = UUID.randomUUID();
            THINGS.add(id);
            return id;
        }

        @Override
        protected List<UUID> list() {
            return THINGS;
        }

        @Override
        protected void read(UUID id) {
            if (!THINGS.contains(id)) {
                throw PlexicaException.notFound("There is no thing " + id);
            }
        }

        @Override
        protected void change(UUID id) {
            read(id);
        }

        @Override
        protected void delete(UUID id) {
            read(id);
            THINGS.remove(id);
        }
    }
}
