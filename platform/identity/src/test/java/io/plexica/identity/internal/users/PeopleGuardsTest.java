package io.plexica.identity.internal.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.identity.internal.Home;
import io.plexica.identity.internal.links.Purpose;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.identity.IdentityProvider.UserState;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.identity.UserStatus;
import io.plexica.spi.web.IfMatch;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What must not outlive a change of people, and what nobody may do to others. */
class PeopleGuardsTest {

    private static final Profile NO_NAMES = new Profile(null, null, null);

    private PeopleFixture all;
    private Home home;
    private Person boss;
    private Contexts.Scope scope;

    @BeforeEach
    void start() throws Exception {
        all = new PeopleFixture();
        home = all.tenant("guards");
        all.database.tenant("guards", connection -> connection.createStatement().executeUpdate("DELETE FROM users"));
        all.database.core(connection -> connection.createStatement().executeUpdate("DELETE FROM account_tasks"));
        scope = PeopleFixture.as(null, "192.0.2.1");
        boss = all.person(home, "boss@guards.test", "admin");
    }

    @AfterEach
    void stop() {
        scope.close();
        all.close();
    }

    @Test
    void aLinkDiesWithTheAddressThatItWentTo() {
        Person ada = all.person(home, "ada@guards.test", "member");
        all.people.sendLink(home, ada.id(), null);
        String token = all.mails.token();

        all.people.edit(home, ada.id(), IfMatch.ANY, old -> new Profile(old.email(), "Augusta", null));
        assertThat(all.invitations.show(home, token).purpose()).isEqualTo(Purpose.PASSWORD_RESET);
        all.people.edit(home, ada.id(), IfMatch.ANY, old -> new Profile("new@guards.test", null, null));

        gone(token);
        assertThat(all.mails.sent).hasSize(1);
    }

    @Test
    void aLinkDiesWithAnAddressThatATokenChangesAndThatIsWrittenDown() {
        Person ada = all.person(home, "ada@guards.test", "member");
        all.people.sendLink(home, ada.id(), null);

        Principal moved = new Principal(ada.id(), "moved@guards.test", null, null, false);
        all.sights.see(home, moved, Instant.now().plusSeconds(5));

        gone(all.mails.token());
        assertThat(all.audit.rows)
                .contains("guards core.user.updated {email=moved@guards.test, firstName=Ada, lastName=Byron}");
    }

    @Test
    void whoWaitsIsInvitedAtTheNewAddress() {
        Person ada = invite("ada@guards.test");
        String first = all.mails.token();

        all.people.edit(home, ada.id(), IfMatch.ANY, old -> new Profile("new@guards.test", "Ada", null));

        gone(first);
        assertThat(all.mails.sent).last().isEqualTo("invitation new@guards.test guards");
        all.invitations.accept(home, all.mails.token(), "a fine password", NO_NAMES);
        assertThat(all.people.get(home, ada.id()).status()).isEqualTo(UserStatus.ACTIVE);
    }

    @Test
    void whoseNewAddressIsRefusedIsInvitedAtTheOldOne() {
        Person ada = invite("ada@guards.test");
        all.server.refused.add("new@guards.test");

        refused(
                ErrorCode.CONFLICT,
                () -> all.people.edit(home, ada.id(), IfMatch.ANY, old -> new Profile("new@guards.test", null, null)));

        assertThat(all.mails.sent)
                .containsExactly("invitation ada@guards.test guards", "invitation ada@guards.test guards");
        assertThat(all.invitations.show(home, all.mails.token()).person().email())
                .isEqualTo("ada@guards.test");
    }

    @Test
    void anInvitationThatWentUnusedDiesWithAReset() {
        Person ada = invite("ada@guards.test");
        String invitation = all.mails.token();
        all.people.activate(home, ada.id(), IfMatch.ANY);
        all.people.sendLink(home, ada.id(), null);

        all.invitations.accept(home, all.mails.token(), "a fine password", NO_NAMES);

        gone(invitation);
    }

    @Test
    void nobodyTakesRolesFromWhoMayDoMore() {
        all.person(home, "second@guards.test", "admin");
        Person clerk = all.person(home, "clerk@guards.test", "member");
        all.roles.weak.add(clerk.id());
        try (Contexts.Scope theirs = PeopleFixture.as(clerk.principal(false), "192.0.2.1")) {
            refused(
                    ErrorCode.PERMISSION_DENIED,
                    () -> all.people.assignRoles("guards", boss.id(), IfMatch.ANY, Set.of("member")));
            all.people.assignRoles("guards", clerk.id(), IfMatch.ANY, Set.of("viewer"));
        }
        assertThat(all.roles.of(boss.id())).containsExactly("admin");
        try (Contexts.Scope own = PeopleFixture.as(boss.principal(false), "192.0.2.1")) {
            all.people.assignRoles("guards", boss.id(), IfMatch.ANY, Set.of("member"));
        }
    }

    @Test
    void anAccountThatThePlatformDidNotMakeStays() {
        AccountTasks tasks = new AccountTasks(all.database);
        tasks.beginCreation(home, "theirs@guards.test");
        UUID theirs = account("theirs@guards.test");

        due();
        all.settlement.settleAll();

        assertThat(all.server.account(home.realm(), theirs)).isNotNull();
        assertThat(all.tasks(home)).isZero();
    }

    @Test
    void anAccountOfACrashIsTakenOverOrRemovedAfterAnotherFailure() {
        AccountTasks tasks = new AccountTasks(all.database);
        UUID half = account("half@guards.test");
        tasks.made(home, tasks.beginCreation(home, "half@guards.test"), half);
        due();

        assertThatThrownBy(() ->
                        all.creation.create(home, PeopleFixture.wanted("half@guards.test", "correct horse"), person -> {
                            throw new IllegalStateException("no room");
                        }))
                .hasMessage("no room");
        all.settlement.settleAll();

        assertThat(all.server.account(home.realm(), half)).isNull();
        assertThat(all.tasks(home)).isZero();
    }

    @Test
    void whatFailsInACallThatIsRolledBackMayBeTriedAgainAtOnce() {
        all.server.down = true;
        assertThatThrownBy(() -> all.database.together(() -> invite("late@guards.test")))
                .hasMessageContaining("does not answer");
        all.server.down = false;
        assertThatThrownBy(() -> all.database.together(
                        () -> all.creation.create(home, PeopleFixture.wanted("late@guards.test", null), person -> {
                            throw PlexicaException.notFound("There is no such workspace");
                        })))
                .hasMessage("There is no such workspace");
        assertThat(all.tasks(home)).isZero();

        Person late = all.database.together(() -> invite("late@guards.test"));

        assertThat(late.status()).isEqualTo(UserStatus.INACTIVE);
    }

    @Test
    void whoNeverHadAPasswordIsNobodysLastAdmin() {
        Person waiting =
                all.creation.create(home, PeopleFixture.wanted("waiting@guards.test", null, "admin"), person -> {});
        String token = all.mails.token();
        all.people.activate(home, waiting.id(), IfMatch.ANY);
        refused(ErrorCode.CONFLICT, () -> all.people.suspend(home, boss.id(), IfMatch.ANY));

        all.invitations.accept(home, token, "a fine password", NO_NAMES);

        assertThat(all.people.suspend(home, boss.id(), IfMatch.ANY).status()).isEqualTo(UserStatus.SUSPENDED);
    }

    @Test
    void neitherAmongSuperAdmins() {
        all.database.core(connection -> connection.createStatement().executeUpdate("DELETE FROM super_admins"));
        Person root = all.person(Home.PLATFORM, "root@plexica.test");
        Person waiting =
                all.creation.create(Home.PLATFORM, PeopleFixture.wanted("next@plexica.test", null), person -> {});
        String token = all.mails.token();
        all.people.activate(Home.PLATFORM, waiting.id(), IfMatch.ANY);
        refused(ErrorCode.CONFLICT, () -> all.people.remove(Home.PLATFORM, root.id(), IfMatch.ANY));

        all.invitations.accept(Home.PLATFORM, token, "a fine password", NO_NAMES);

        all.people.remove(Home.PLATFORM, root.id(), IfMatch.ANY);
    }

    @Test
    void changedPreferencesAreWrittenDown() {
        all.people.setPreferences(home, boss.id(), "{\"theme\":\"dark\"}");

        assertThat(all.audit.rows).last().isEqualTo("guards core.user.preferences-changed null");
    }

    @Test
    void aSuspensionWaitsForTheRowOfTheUserBeforeItAsksForAdmins() throws Exception {
        Person ada = all.person(home, "ada@guards.test", "admin");
        int before = all.roles.asked.get();
        CompletableFuture<Person> suspended = all.database.apart(() -> {
            new PersonStore(all.database).lock(home, ada.id());
            CompletableFuture<Person> waiting = CompletableFuture.supplyAsync(() -> {
                try (Contexts.Scope theirs = PeopleFixture.as(null, "192.0.2.1")) {
                    return all.people.suspend(home, ada.id(), IfMatch.ANY);
                }
            });
            Awaitility.await().until(() -> !waits().equals("0"));
            assertThat(all.roles.asked.get()).isEqualTo(before);
            return waiting;
        });

        assertThat(suspended.get(20, TimeUnit.SECONDS).status()).isEqualTo(UserStatus.SUSPENDED);
        assertThat(all.roles.asked.get()).isEqualTo(before + 1);
    }

    private String waits() {
        return all.database.text("SELECT count(*) FROM pg_locks WHERE NOT granted");
    }

    private Person invite(String email) {
        return all.creation.create(home, PeopleFixture.wanted(email, null, "member"), person -> {});
    }

    private UUID account(String email) {
        return all.server
                .createUser(home.realm(), new UserState(email, null, null, true, false), "theirs theirs")
                .id();
    }

    private void due() {
        all.database.core(connection -> connection
                .createStatement()
                .executeUpdate("UPDATE account_tasks SET due_at = now() - interval '1 second'"));
    }

    private void gone(String token) {
        for (ThrowingCallable use : List.<ThrowingCallable>of(
                () -> all.invitations.show(home, token),
                () -> all.invitations.accept(home, token, "a fine password", NO_NAMES))) {
            refused(ErrorCode.NOT_FOUND, use);
        }
    }

    private static void refused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
