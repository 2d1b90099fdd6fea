package io.plexica.identity.internal.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.identity.internal.Home;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.identity.IdentityProvider.UserState;
import io.plexica.spi.identity.UserStatus;
import io.plexica.spi.web.IfMatch;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of people, on the platform and in the identity server, when all goes well and when it does not. */
class PeopleTest {

    private PeopleFixture all;
    private Home home;
    private Person boss;
    private Contexts.Scope scope;

    @BeforeEach
    void start() throws Exception {
        all = new PeopleFixture();
        home = all.tenant("people");
        all.database.tenant("people", connection -> connection.createStatement().executeUpdate("DELETE FROM users"));
        scope = PeopleFixture.as(null, "192.0.2.1");
        boss = all.person(home, "boss@people.test", "admin");
    }

    @AfterEach
    void stop() {
        scope.close();
        all.close();
    }

    @Test
    void oneAddressIsOneUser() {
        all.person(home, "ada@people.test", "member");

        refused(ErrorCode.CONFLICT, "user-taken", () -> all.person(home, "Ada@People.test", "member"));
    }

    @Test
    void anAccountMadeInTheServerItselfIsTakenOver() {
        UUID account = all.server
                .createUser(home.realm(), new UserState("own@people.test", null, null, true, false), "theirs theirs")
                .id();

        Person made = all.person(home, "own@people.test", "member");

        assertThat(made.id()).isEqualTo(account);
        assertThat(all.server.passwords).containsEntry("tenant-people/own@people.test", "correct horse");
    }

    @Test
    void anAccountThatGetsNoRowGoesAgain() {
        assertThatThrownBy(
                        () -> all.creation.create(home, PeopleFixture.wanted("eve@people.test", "correct horse"), p -> {
                            throw new IllegalStateException("no room");
                        }))
                .hasMessage("no room");

        assertThat(all.server.findUser(home.realm(), "eve@people.test")).isEmpty();
        assertThat(all.tasks(home)).isZero();
    }

    @Test
    void whatACrashLeavesOfACreationIsRemoved() {
        AccountTasks tasks = new AccountTasks(all.database);
        UUID begun = tasks.beginCreation(home, "half@people.test");
        UUID made = all.server
                .createUser(home.realm(), new UserState("half@people.test", null, null, true, false), "x")
                .id();
        tasks.made(home, begun, made);
        refused(ErrorCode.CONFLICT, "being created", () -> all.person(home, "half@people.test"));

        due();
        all.settlement.settleAll();

        assertThat(all.server.findUser(home.realm(), "half@people.test")).isEmpty();
        assertThat(all.person(home, "half@people.test").status()).isEqualTo(UserStatus.ACTIVE);
    }

    @Test
    void anEditReachesTheServer() {
        Person ada = all.person(home, "ada@people.test", "member");

        Person edited = all.people.edit(
                home, ada.id(), IfMatch.of(IfMatch.tag(ada.version())), old -> new Profile("a@people.test", "A", null));

        assertThat(edited.email()).isEqualTo("a@people.test");
        assertThat(edited.version()).isGreaterThan(ada.version());
        assertThat(all.server.account(home.realm(), ada.id()))
                .isEqualTo(new UserState("a@people.test", "A", null, true, false));
        refused(
                ErrorCode.PRECONDITION_FAILED,
                "changed",
                () -> all.people.edit(home, ada.id(), IfMatch.of(IfMatch.tag(ada.version())), Person::profile));
        refused(
                ErrorCode.CONFLICT,
                "user-taken",
                () -> all.people.edit(home, ada.id(), IfMatch.ANY, old -> new Profile("boss@people.test", null, null)));
    }

    @Test
    void anEditThatTheServerRefusesIsTakenBack() {
        Person ada = all.person(home, "ada@people.test", "member");
        all.server.refused.add("else@people.test");

        refused(
                ErrorCode.CONFLICT,
                "user-taken",
                () -> all.people.edit(home, ada.id(), IfMatch.ANY, old -> new Profile("else@people.test", null, null)));

        assertThat(all.people.get(home, ada.id()).email()).isEqualTo("ada@people.test");
        assertThat(all.tasks(home)).isZero();
    }

    @Test
    void aSuspensionCountsAtOnceAndReachesTheServerWhenItIsBack() {
        Person ada = all.person(home, "ada@people.test", "member");
        all.server.down = true;

        Person suspended = all.people.suspend(home, ada.id(), IfMatch.ANY);

        assertThat(suspended.status()).isEqualTo(UserStatus.SUSPENDED);
        assertThat(all.ended).containsExactly("all " + ada.id());
        assertThat(all.signals.announced).contains("users people", "grants people");
        assertThat(all.tasks(home)).isEqualTo(1);
        all.server.down = false;
        due();
        all.settlement.settleAll();
        assertThat(all.server.account(home.realm(), ada.id()))
                .extracting(UserState::enabled)
                .isEqualTo(false);
        assertThat(all.tasks(home)).isZero();

        assertThat(all.people.activate(home, ada.id(), IfMatch.ANY).status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(all.server.account(home.realm(), ada.id()))
                .extracting(UserState::enabled)
                .isEqualTo(true);
    }

    @Test
    void aServerThatIsDownIsAskedLaterAndLater() {
        Person ada = all.person(home, "ada@people.test", "member");
        all.server.down = true;
        all.people.suspend(home, ada.id(), IfMatch.ANY);
        due();

        all.settlement.settleAll();
        all.settlement.settleAll();

        assertThat(all.database.text(
                        "SELECT attempts || ' ' || problem FROM core.account_tasks WHERE subject = '" + ada.id() + "'"))
                .isEqualTo("1 The identity server does not answer");
    }

    @Test
    void whoIsRemovedIsGoneEverywhere() {
        Person ada = all.person(home, "ada@people.test", "member");

        all.people.remove(home, ada.id(), IfMatch.ANY);

        refused(ErrorCode.NOT_FOUND, "no such user", () -> all.people.get(home, ada.id()));
        assertThat(all.server.account(home.realm(), ada.id())).isNull();
        assertThat(all.ended).containsExactly("ever " + ada.id());
        assertThat(all.heard).contains("removed " + ada.id());
        assertThat(all.person(home, "ada@people.test", "member").id()).isNotEqualTo(ada.id());
    }

    @Test
    void theLastAdminStays() {
        Person other = all.person(home, "other@people.test", "admin");
        all.people.suspend(home, other.id(), IfMatch.ANY);

        refused(ErrorCode.CONFLICT, "last-admin", () -> all.people.suspend(home, boss.id(), IfMatch.ANY));
        refused(ErrorCode.CONFLICT, "last-admin", () -> all.people.remove(home, boss.id(), IfMatch.ANY));
        refused(
                ErrorCode.CONFLICT,
                "last-admin",
                () -> all.people.assignRoles("people", boss.id(), IfMatch.ANY, Set.of("member")));
        assertThat(all.audit.rows).contains("people core.user.suspended " + boss.id() + " failed");
    }

    @Test
    void theRoleOfAnAdminIsInStepInTheServer() {
        Person ada = all.person(home, "ada@people.test", "member");

        Person promoted = all.people.assignRoles("people", ada.id(), IfMatch.ANY, Set.of("admin"));
        assertThat(all.server.account(home.realm(), ada.id()))
                .extracting(UserState::admin)
                .isEqualTo(true);
        assertThat(promoted.version()).isGreaterThan(ada.version());

        all.people.assignRoles("people", ada.id(), IfMatch.ANY, Set.of());
        assertThat(all.server.account(home.realm(), ada.id()))
                .extracting(UserState::admin)
                .isEqualTo(false);
    }

    @Test
    void nobodyLaysHandsOnWhoMayDoMore() {
        Person clerk = all.person(home, "clerk@people.test", "member");
        all.roles.weak.add(clerk.id());
        try (Contexts.Scope theirs = PeopleFixture.as(clerk.principal(false), "192.0.2.1")) {
            for (ThrowingCallable act : List.<ThrowingCallable>of(
                    () -> all.people.edit(home, boss.id(), IfMatch.ANY, old -> new Profile("x@y.test", null, null)),
                    () -> all.people.sendLink(home, boss.id(), null),
                    () -> all.people.suspend(home, boss.id(), IfMatch.ANY),
                    () -> all.people.assignRoles("people", clerk.id(), IfMatch.ANY, Set.of("admin")),
                    () -> all.person(home, "friend@people.test", "admin"))) {
                assertThatThrownBy(act).isInstanceOf(PlexicaException.class);
            }
            refused(ErrorCode.PERMISSION_DENIED, "hold", () -> all.people.sendLink(home, boss.id(), null));
            all.people.edit(home, clerk.id(), IfMatch.ANY, old -> new Profile(old.email(), "Own", null));
        }
    }

    @Test
    void peopleOfAnotherTenantAreNotThere() {
        Home other = all.tenant("others");
        Person stranger = all.person(other, "s@others.test", "admin");

        refused(ErrorCode.NOT_FOUND, "no such", () -> all.people.get(home, stranger.id()));
        refused(ErrorCode.NOT_FOUND, "no such", () -> all.people.suspend(home, stranger.id(), IfMatch.ANY));
        refused(ErrorCode.NOT_FOUND, "no such", () -> all.people.remove(home, stranger.id(), IfMatch.ANY));
        refused(
                ErrorCode.NOT_FOUND,
                "no such",
                () -> all.people.assignRoles("people", stranger.id(), IfMatch.ANY, Set.of("member")));
        assertThat(all.server.account(other.realm(), stranger.id())).isNotNull();
    }

    @Test
    void twoSuperAdminsCannotRemoveEachOtherAtOnce() {
        all.database.core(connection -> connection.createStatement().executeUpdate("DELETE FROM super_admins"));
        Person one = all.person(Home.PLATFORM, "one@plexica.test");
        Person two = all.person(Home.PLATFORM, "two@plexica.test");

        CompletableFuture<Boolean> first = removed(two);
        CompletableFuture<Boolean> second = removed(one);

        assertThat(List.of(first.join(), second.join())).containsExactlyInAnyOrder(true, false);
        assertThat(all.database.text("SELECT count(*) FROM core.super_admins")).isEqualTo("1");
    }

    private CompletableFuture<Boolean> removed(Person who) {
        return CompletableFuture.supplyAsync(() -> {
            try (Contexts.Scope theirs = PeopleFixture.as(null, "192.0.2.1")) {
                all.people.remove(Home.PLATFORM, who.id(), IfMatch.ANY);
                return true;
            } catch (PlexicaException e) {
                assertThat(e.detail()).startsWith("last-admin");
                return false;
            }
        });
    }

    private void due() {
        all.database.core(
                connection -> connection.createStatement().executeUpdate("UPDATE account_tasks SET due_at = now()"));
    }

    private static void refused(ErrorCode code, String words, ThrowingCallable call) {
        assertThatThrownBy(call)
                .hasMessageContaining(words)
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
