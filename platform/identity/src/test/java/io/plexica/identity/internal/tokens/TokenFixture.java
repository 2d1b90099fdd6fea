package io.plexica.identity.internal.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.RSAKey;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.identity.internal.IdentitySettings;
import io.plexica.identity.internal.TestDatabase;
import io.plexica.identity.internal.TestIdentityServer;
import io.plexica.identity.internal.TestSettings;
import io.plexica.identity.internal.TestSignals;
import io.plexica.identity.internal.TestTenants;
import io.plexica.itests.rooms.MovableClock;
import io.plexica.spi.tenancy.TenantStatus;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;

/** This room's token side, whole, with tenant {@code acme} and its key, against real servers. */
public final class TokenFixture implements AutoCloseable {

    public final TestIdentityServer server = new TestIdentityServer();
    public final TestTenants tenants = new TestTenants();
    public final TestDatabase database = TestDatabase.shared();
    public final TestSignals signals = new TestSignals(database);
    public final IdentitySettings settings;
    public final TestNode node;
    public final RealmDirectory realms;
    public final Revocations revocations;
    public final RealmTokenAuthenticator authenticator;
    public final MovableClock clock;
    public final RSAKey key;

    public TokenFixture() throws Exception {
        this(Map.of());
    }

    public TokenFixture(Map<String, Object> values) throws Exception {
        database.addTenant("acme");
        database.addTenantRow("acme");
        tenants.put("acme", TenantStatus.ACTIVE);
        key = server.addKey("tenant-acme", "acme-1");
        settings = TestSettings.of(values);
        node = new TestNode(server, tenants, database, signals, signals::hear, settings);
        realms = node.realms;
        revocations = node.revocations;
        authenticator = node.authenticator;
        clock = node.clock;
    }

    public TokenBuilder token() {
        return new TokenBuilder(server.issuer("tenant-acme"), key);
    }

    /** Waits until the keys are known: their first reading may take longer than a caller waits for it. */
    public void readKeys() throws Exception {
        String token = token().sign();
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .ignoreExceptionsMatching(
                        e -> e instanceof PlexicaException refusal && refusal.code() == ErrorCode.UNAVAILABLE)
                .until(() -> authenticator.verified(token) != null);
    }

    public void refused(String token) {
        fails(token, ErrorCode.UNAUTHENTICATED);
    }

    void unavailable(String token) {
        fails(token, ErrorCode.UNAVAILABLE);
    }

    private void fails(String token, ErrorCode code) {
        assertThatThrownBy(() -> authenticator.authenticate(token))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Override
    public void close() {
        node.close();
        server.close();
    }
}
