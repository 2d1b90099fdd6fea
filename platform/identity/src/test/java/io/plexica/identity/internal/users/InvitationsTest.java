package io.plexica.identity.internal.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.identity.internal.Home;
import io.plexica.identity.internal.users.Invitations.Shown;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.identity.IdentityProvider.UserState;
import io.plexica.spi.identity.UserStatus;
import io.plexica.spi.web.IfMatch;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links that set a password. */
class InvitationsTest {

    private static final Profile NO_NAMES = new Profile(null, null, null);

    private PeopleFixture all;
    private Home home;
    private Contexts.Scope scope;

    @BeforeEach
    void start() throws Exception {
        all = new PeopleFixture();
        home = all.tenant("guests");
        all.database.tenant("guests", connection -> connection.createStatement().executeUpdate("DELETE FROM users"));
        scope = PeopleFixture.as(null, "192.0.2.1");
    }

    @AfterEach
    void stop() {
        scope.close();
        all.close();
    }

    @Test
    void anInvitationLetsSomebodyInOnce() {
        Person invited = invite("ada@guests.test");
        assertThat(invited.status()).isEqualTo(UserStatus.INACTIVE);
        assertThat(all.server.account(home.realm(), invited.id()))
                .extracting(UserState::enabled)
                .isEqualTo(false);
        assertThat(all.mails.sent).containsExactly("invitation ada@guests.test guests");
        assertThat(all.mails.link()).startsWith("https://p.test/t/guests/invitations/");
        String token = all.mails.token();
        assertThat(all.database.text(
                        "SELECT count(*) FROM tenant_guests.account_links WHERE encode(digest, 'escape') = '" + token
                                + "'"))
                .as("the token itself is not stored")
                .isEqualTo("0");

        Shown shown = all.invitations.show(home, token);
        assertThat(shown.tenantName()).isEqualTo("guests");
        assertThat(shown.person().email()).isEqualTo("ada@guests.test");
        all.invitations.accept(home, token, "a fine password", new Profile(null, "Augusta", null));

        Person active = all.people.get(home, invited.id());
        assertThat(active.status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(active.firstName()).isEqualTo("Augusta");
        assertThat(all.server.passwords).containsEntry("tenant-guests/ada@guests.test", "a fine password");
        assertThat(all.server.account(home.realm(), invited.id()))
                .extracting(UserState::enabled)
                .isEqualTo(true);
        assertThat(all.audit.rows).anyMatch(row -> row.startsWith("guests core.user.invitation-accepted"));
        gone(() -> all.invitations.show(home, token));
        gone(() -> all.invitations.accept(home, token, "another password", NO_NAMES));
    }

    @Test
    void ofManyWhoUseALinkAtOnceOneSetsThePassword() {
        invite("ada@guests.test");
        String token = all.mails.token();

        List<CompletableFuture<Optional<String>>> tries = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> accepted(token, "password no. " + i), work -> new Thread(work).start()))
                .toList();

        List<String> won = tries.stream()
                .map(CompletableFuture::join)
                .flatMap(Optional::stream)
                .toList();
        assertThat(won).hasSize(1);
        assertThat(all.server.passwords).containsEntry("tenant-guests/ada@guests.test", won.get(0));
        assertThat(all.audit.rows)
                .filteredOn(row -> row.startsWith("guests core.user.invitation-accepted"))
                .hasSize(1);
    }

    private Optional<String> accepted(String token, String password) {
        try (Contexts.Scope theirs = PeopleFixture.as(null, "192.0.2.9")) {
            all.invitations.accept(home, token, password, NO_NAMES);
            return Optional.of(password);
        } catch (PlexicaException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND);
            return Optional.empty();
        }
    }

    @Test
    void whoIsSuspendedMeanwhileStaysOutAndItIsWrittenDown() {
        all.person(home, "boss@guests.test", "admin");
        Person ada = invite("ada@guests.test");
        String token = all.mails.token();
        all.server.beforePassword = () -> {
            gone(() -> all.invitations.show(home, token));
            all.people.suspend(home, ada.id(), IfMatch.ANY);
        };

        Shown shown = all.invitations.accept(home, token, "a fine password", NO_NAMES);

        assertThat(shown.person().status()).isEqualTo(UserStatus.SUSPENDED);
        assertThat(all.people.get(home, ada.id()).status()).isEqualTo(UserStatus.SUSPENDED);
        assertThat(all.server.account(home.realm(), ada.id()))
                .extracting(UserState::enabled)
                .isEqualTo(false);
        assertThat(all.audit.rows).anyMatch(row -> row.startsWith("guests core.user.invitation-accepted"));
    }

    @Test
    void whoIsInvitedAgainMeanwhileGetsALinkThatWaitsForTheFirst() {
        Person ada = invite("ada@guests.test");
        String first = all.mails.token();
        all.server.beforePassword = () -> {
            all.people.sendLink(home, ada.id(), null);
            gone(() -> all.invitations.accept(home, all.mails.token(), "another password", NO_NAMES));
            all.server.down = true;
        };
        assertThatThrownBy(() -> all.invitations.accept(home, first, "a fine password", NO_NAMES))
                .hasMessageContaining("does not answer");
        all.server.down = false;
        all.server.beforePassword = () -> {};

        gone(() -> all.invitations.show(home, first));
        all.invitations.accept(home, all.mails.token(), "another password", NO_NAMES);
        assertThat(all.server.passwords).containsEntry("tenant-guests/ada@guests.test", "another password");
    }

    @Test
    void aLinkThatACrashLeavesClaimedIsGoodAgainAfterAWhile() {
        Person ada = invite("ada@guests.test");
        all.database.tenant(
                "guests",
                connection -> connection
                        .createStatement()
                        .executeUpdate("UPDATE account_links SET claimed_until = now() + interval '1 minute'"));
        gone(() -> all.invitations.accept(home, all.mails.token(), "a fine password", NO_NAMES));
        all.database.tenant(
                "guests",
                connection ->
                        connection.createStatement().executeUpdate("UPDATE account_links SET claimed_until = now()"));

        all.invitations.accept(home, all.mails.token(), "a fine password", NO_NAMES);

        assertThat(all.people.get(home, ada.id()).status()).isEqualTo(UserStatus.ACTIVE);
    }

    @Test
    void everyLinkThatIsNoGoodLooksAlike() {
        invite("ada@guests.test");
        String first = all.mails.token();
        Person ada = all.people
                .waiting(home, new Profile("ada@guests.test", null, null))
                .orElseThrow();
        all.people.sendLink(home, ada.id(), null);
        String second = all.mails.token();
        Home elsewhere = all.tenant("elsewhere");

        gone(() -> all.invitations.show(home, first));
        gone(() -> all.invitations.show(elsewhere, second));
        gone(() -> all.invitations.show(Home.PLATFORM, second));
        gone(() -> all.invitations.show(home, "short"));
        gone(() -> all.invitations.show(home, "A".repeat(43)));
        all.database.tenant(
                "guests",
                connection ->
                        connection.createStatement().executeUpdate("UPDATE account_links SET expires_at = now()"));
        gone(() -> all.invitations.show(home, second));
    }

    @Test
    void allThatIsWrongWithAnAnswerIsToldAndTheLinkStays() {
        invite("ada@guests.test");

        assertThatThrownBy(() -> all.invitations.accept(
                        home, all.mails.token(), "short", new Profile(null, "<b>", "x".repeat(300))))
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        e -> assertThat(e.errors())
                                .extracting("pointer")
                                .containsExactlyInAnyOrder("/password", "/firstName", "/lastName"));
        assertThatThrownBy(() -> all.invitations.accept(home, all.mails.token(), null, NO_NAMES))
                .hasMessageContaining("required");

        all.invitations.accept(home, all.mails.token(), "a fine password", NO_NAMES);
    }

    @Test
    void aServerThatIsDownCostsNoInvitation() {
        Person ada = invite("ada@guests.test");
        all.server.down = true;
        assertThatThrownBy(() -> all.invitations.accept(home, all.mails.token(), "a fine password", NO_NAMES))
                .hasMessageContaining("does not answer");
        all.server.down = false;

        all.invitations.accept(home, all.mails.token(), "a fine password", NO_NAMES);

        assertThat(all.people.get(home, ada.id()).status()).isEqualTo(UserStatus.ACTIVE);
    }

    @Test
    void aResetEndsAllSessions() {
        Person ada = all.person(home, "ada@guests.test", "admin");
        all.people.sendLink(home, ada.id(), "it");
        assertThat(all.mails.sent).containsExactly("password-reset ada@guests.test guests");

        all.invitations.accept(home, all.mails.token(), "a finer password", NO_NAMES);

        assertThat(all.server.passwords).containsEntry("tenant-guests/ada@guests.test", "a finer password");
        assertThat(all.ended).containsExactly("all " + ada.id());
        assertThat(all.server.calls).contains("end sessions tenant-guests");
    }

    @Test
    void whoIsShutOutHasNoLink() {
        all.person(home, "boss@guests.test", "admin");
        Person ada = invite("ada@guests.test");
        all.people.suspend(home, ada.id(), IfMatch.ANY);

        gone(() -> all.invitations.show(home, all.mails.token()));
        assertThatThrownBy(() -> all.people.sendLink(home, ada.id(), null)).hasMessageContaining("suspended");
    }

    @Test
    void superAdminsAreInvitedToo() {
        Person root =
                all.creation.create(Home.PLATFORM, PeopleFixture.wanted("guest@plexica.test", null), person -> {});
        assertThat(all.mails.link()).startsWith("https://admin.p.test/invitations/");

        all.invitations.accept(Home.PLATFORM, all.mails.token(), "a fine password", NO_NAMES);

        assertThat(all.people.get(Home.PLATFORM, root.id()).status()).isEqualTo(UserStatus.ACTIVE);
    }

    @Test
    void guessingIsLimitedByAddress() {
        invite("ada@guests.test");
        for (int i = 0; i < 20; i++) {
            gone(() -> all.invitations.show(home, "B".repeat(43)));
        }
        assertThatThrownBy(() -> all.invitations.show(home, all.mails.token()))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.RATE_LIMITED));
        try (Contexts.Scope another = PeopleFixture.as(null, "192.0.2.2")) {
            all.invitations.show(home, all.mails.token());
        }
    }

    private Person invite(String email) {
        return all.creation.create(home, PeopleFixture.wanted(email, null, "member"), person -> {});
    }

    private static void gone(ThrowingCallable call) {
        assertThatThrownBy(call)
                .hasMessage("The link is not valid, or not any more: ask for another one where you got it from");
    }
}
