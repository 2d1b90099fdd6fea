package io.plexica.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * Proves that what one tenant makes, another can neither find, read, change nor delete. Inherit it, register a
 * {@link PluginFixture}, and say how your resource does these five things; each is called by a user of one tenant, in a unit
 * of work of its own. Where entities of the fixture are scoped by workspace, it proves the same for two workspaces of one
 * tenant; a resource whose own rows belong to all workspaces says so by {@link #keptInWorkspaces}.
 *
 * @param <I> the id of what the resource keeps
 */
public abstract class IsolationContract<I> {

    /** The registered fixture. */
    protected abstract PluginFixture fixture();

    /** Makes one thing and answers its id. */
    protected abstract I create();

    /** The ids of all things the caller sees. */
    protected abstract List<I> list();

    /** Reads one thing. Throws {@code not-found} when it is not there. */
    protected abstract void read(I id);

    /** Changes one thing. Throws {@code not-found} when it is not there. */
    protected abstract void change(I id);

    /** Deletes one thing. Throws {@code not-found} when it is not there. */
    protected abstract void delete(I id);

    /** Who calls in a tenant: someone with every permission of the plugin, unless you say otherwise. */
    protected TestContext caller(String tenant) {
        return TestContext.inTenant(tenant).withPermissions(fixture().plugin() + ":*");
    }

    /** Whether what the resource keeps belongs to a workspace. */
    protected boolean keptInWorkspaces() {
        return fixture().workspaceScoped();
    }

    @Test
    final void theMakerSeesWhatItMade() {
        I id = createIn(PluginFixture.ACME);
        assertThat(listIn(PluginFixture.ACME)).contains(id);
        fixture().run(caller(PluginFixture.ACME), () -> read(id));
    }

    @Test
    final void anotherTenantDoesNotFindIt() {
        I id = createIn(PluginFixture.ACME);
        I other = createIn(PluginFixture.GLOBEX);
        assertThat(listIn(PluginFixture.GLOBEX)).contains(other).doesNotContain(id);
    }

    @Test
    final void anotherTenantCannotReadIt() {
        I id = createIn(PluginFixture.ACME);
        assertNotFound(() -> fixture().run(caller(PluginFixture.GLOBEX), () -> read(id)));
    }

    @Test
    final void anotherTenantCannotChangeIt() {
        I id = createIn(PluginFixture.ACME);
        assertNotFound(() -> fixture().run(caller(PluginFixture.GLOBEX), () -> change(id)));
        fixture().run(caller(PluginFixture.ACME), () -> change(id));
    }

    @Test
    final void anotherTenantCannotDeleteIt() {
        I id = createIn(PluginFixture.ACME);
        assertNotFound(() -> fixture().run(caller(PluginFixture.GLOBEX), () -> delete(id)));
        fixture().run(caller(PluginFixture.ACME), () -> delete(id));
        assertNotFound(() -> fixture().run(caller(PluginFixture.ACME), () -> read(id)));
    }

    @Test
    final void outsideATenantNothingIsReached() {
        createIn(PluginFixture.ACME);
        Throwable refusal = catchThrowable(() -> fixture().as(TestContext.nowhere(), this::list));
        assertCode(refusal, ErrorCode.INTERNAL_ERROR);
    }

    @Test
    final void theDatabaseRefusesEveryTableOfAnotherTenant() {
        createIn(PluginFixture.GLOBEX);
        assertThat(fixture().tables())
                .isNotEmpty()
                .allSatisfy(table -> assertThat(catchThrowable(() -> fixture()
                                .as(caller(PluginFixture.ACME), () -> fixture().count(PluginFixture.GLOBEX, table))))
                        .hasStackTraceContaining("permission denied"));
    }

    @Test
    @EnabledIf("keptInWorkspaces")
    final void anotherWorkspaceDoesNotFindIt() {
        I id = createIn(PluginFixture.ACME);
        I other = fixture().as(nextDoor(), this::create);
        assertThat(fixture().as(nextDoor(), this::list)).contains(other).doesNotContain(id);
        assertThat(listIn(PluginFixture.ACME)).contains(id).doesNotContain(other);
    }

    @Test
    @EnabledIf("keptInWorkspaces")
    final void anotherWorkspaceCanNeitherReadChangeNorDeleteIt() {
        I id = createIn(PluginFixture.ACME);
        assertNotFound(() -> fixture().run(nextDoor(), () -> read(id)));
        assertNotFound(() -> fixture().run(nextDoor(), () -> change(id)));
        assertNotFound(() -> fixture().run(nextDoor(), () -> delete(id)));
        fixture().run(caller(PluginFixture.ACME), () -> read(id));
    }

    @Test
    @EnabledIf("keptInWorkspaces")
    final void outsideAWorkspaceNothingIsFoundAndNothingKept() {
        I id = createIn(PluginFixture.ACME);
        TestContext outside = caller(PluginFixture.ACME).outsideWorkspaces();
        assertThat(fixture().as(outside, this::list)).doesNotContain(id);
        assertThat(catchThrowable(() -> fixture().as(outside, this::create))).isNotNull();
    }

    private TestContext nextDoor() {
        return caller(PluginFixture.ACME).inWorkspace("next-door");
    }

    private I createIn(String tenant) {
        return fixture().as(caller(tenant), this::create);
    }

    private List<I> listIn(String tenant) {
        return fixture().as(caller(tenant), this::list);
    }

    private static void assertNotFound(ThrowingCallable call) {
        assertCode(catchThrowable(call), ErrorCode.NOT_FOUND);
    }

    private static void assertCode(Throwable thrown, ErrorCode code) {
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
