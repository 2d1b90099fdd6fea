package io.plexica.identity.internal.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.RSAKey;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.identity.internal.TestDatabase;
import io.plexica.identity.internal.TestIdentityServer;
import io.plexica.identity.internal.TestSettings;
import io.plexica.identity.internal.TestTenants;
import io.plexica.itests.rooms.FaultyDatabase;
import io.plexica.itests.rooms.Node;
import io.plexica.spi.identity.TokenAuthenticator.Identity;
import io.plexica.spi.signal.Signals;
import io.plexica.spi.tenancy.TenantStatus;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What one node revokes, another refuses within a second; one that hears nothing believes nothing that it remembers. */
class TwoNodesTest {

    private static final TestDatabase DATABASE = TestDatabase.shared();
    private static TestIdentityServer server;
    private static TestTenants tenants;
    private static RSAKey key;
    private static Node second;
    private static FaultyDatabase secondDatabase;
    private static TestNode here;
    private static TestNode there;

    @BeforeAll
    static void start() throws Exception {
        server = new TestIdentityServer();
        tenants = new TestTenants();
        DATABASE.addTenant("acme");
        tenants.put("acme", TenantStatus.ACTIVE);
        key = server.addKey("tenant-acme", "acme-1");
        second = DATABASE.anotherNode();
        secondDatabase = second.database();
        here = new TestNode(server, tenants, DATABASE, DATABASE.signals(), DATABASE::hear, TestSettings.of(Map.of()));
        there = new TestNode(
                server, tenants, secondDatabase, second.signals(), second::hear, TestSettings.of(Map.of()));
    }

    @AfterAll
    static void stop() {
        DATABASE.deaf(false);
        here.close();
        there.close();
        second.close();
        server.close();
    }

    @Test
    void aSessionEndedHereIsRefusedThere() throws Exception {
        String token = token().claim("sid", UUID.randomUUID().toString()).sign();
        there.authenticator.authenticate(token);

        here.revocations.endSession(
                "tenant-acme", here.authenticator.verified(token).session());

        refused(here, token);
        refusedWithinASecond(token);
    }

    @Test
    void everythingOfAUserEndsEverywhere() throws Exception {
        String user = UUID.randomUUID().toString();
        String known = token().claim("sub", user).sign();
        String unseen = token().claim("sub", user).sign();
        there.authenticator.authenticate(known);

        here.revocations.endUser("tenant-acme", user, java.time.Instant.now());

        refusedWithinASecond(known);
        refused(there, unseen);
    }

    @Test
    void aUserSuspendedHereIsRefusedThere() throws Exception {
        String user = UUID.randomUUID().toString();
        String token = token().claim("sub", user).sign();
        there.authenticator.authenticate(token);

        DATABASE.together(() -> {
            DATABASE.tenant("acme", connection -> {
                try (var update = connection.createStatement()) {
                    return update.executeUpdate("UPDATE users SET status = 'SUSPENDED' WHERE id = '" + user + "'");
                }
            });
            DATABASE.signals().announce(Signals.USERS, "acme");
            return user;
        });

        refusedWithinASecond(token);
    }

    @Test
    void whatIsRevokedInAUnitOfWorkThatFailsGoesOn() throws Exception {
        String token = token().claim("sid", "survivor").sign();
        here.authenticator.authenticate(token);

        assertThatThrownBy(() -> DATABASE.together(() -> {
                    here.revocations.endSession("tenant-acme", "survivor");
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(here.authenticator.authenticate(token)).isNotNull();
    }

    @Test
    void withItsListeningConnectionKilledANodeStillHearsWithinASecond() throws Exception {
        String token = token().claim("sid", UUID.randomUUID().toString()).sign();
        there.authenticator.authenticate(token);

        DATABASE.cutListeners();
        here.revocations.endSession(
                "tenant-acme", here.authenticator.verified(token).session());

        refusedWithinASecond(token);
    }

    @Test
    void aDeafNodeAsksTheDatabaseAndRefusesWhenThatIsGoneToo() throws Exception {
        String good = token().sign();
        String ended = token().claim("sid", UUID.randomUUID().toString()).sign();
        there.authenticator.authenticate(good);
        there.authenticator.authenticate(ended);
        DATABASE.deaf(true);
        try {
            here.revocations.endSession(
                    "tenant-acme", here.authenticator.verified(ended).session());

            refusedWithinASecond(ended);
            Awaitility.await().until(() -> !second.signals().isCurrent());
            assertThat(there.authenticator.authenticate(good).tenant()).isNotNull();
            secondDatabase.setDown(true);
            assertThatThrownBy(() -> there.authenticator.authenticate(good))
                    .isInstanceOfSatisfying(
                            PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
        } finally {
            secondDatabase.setDown(false);
            DATABASE.deaf(false);
        }
        Awaitility.await().until(there.revocations::isFresh);
        refused(there, ended);
        assertThat(there.authenticator.authenticate(good).tenant()).isNotNull();
    }

    @Test
    void aNodeThatStartsLaterKnowsWhatWasRevokedBefore() throws Exception {
        String token = token().claim("sid", UUID.randomUUID().toString()).sign();
        here.authenticator.authenticate(token);
        here.revocations.endSession(
                "tenant-acme", here.authenticator.verified(token).session());

        try (TestNode late = new TestNode(
                server, tenants, DATABASE, DATABASE.signals(), listener -> {}, TestSettings.of(Map.of()))) {
            refused(late, token);
        }
    }

    private static TokenBuilder token() {
        return new TokenBuilder(server.issuer("tenant-acme"), key);
    }

    private static void refusedWithinASecond(String token) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(1))
                .untilAsserted(() -> refused(there, token));
    }

    private static void refused(TestNode node, String token) {
        assertThatThrownBy(() -> answered(node.authenticator.authenticate(token)))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAUTHENTICATED));
    }

    private static void answered(Identity identity) {
        assertThat(identity).as("the token is still believed").isNull();
    }
}
