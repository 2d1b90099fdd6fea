package io.plexica.identity.internal.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.RSAKey;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.identity.internal.IdentitySettings;
import io.plexica.identity.internal.IdentityWorker;
import io.plexica.identity.internal.MovableClock;
import io.plexica.identity.internal.TestDatabase;
import io.plexica.identity.internal.TestIdentityServer;
import io.plexica.identity.internal.TestSettings;
import io.plexica.identity.internal.TestTenants;
import io.plexica.identity.internal.users.UserMirror;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.tenancy.TenantStatus;
import java.util.Map;
import org.awaitility.Awaitility;

/** This room's token side, whole, with tenant {@code acme} and its key, against real servers. */
public final class TokenFixture implements AutoCloseable {

    public final TestIdentityServer server = new TestIdentityServer();
    public final TestTenants tenants = new TestTenants();
    final MovableClock clock = new MovableClock();
    public final TestDatabase database = TestDatabase.shared();
    final IdentityWorker worker = new IdentityWorker();
    final KeyFetcher fetcher = new KeyFetcher();
    public final RealmDirectory realms = new RealmDirectory(server, tenants);
    final RealmKeys keys;
    public final Revocations revocations = new Revocations(database, worker, READY);
    public final CachedTokenAuthenticator authenticator;
    public final RSAKey key;

    private static final SchemaReady READY = new SchemaReady() {};

    public TokenFixture() throws Exception {
        this(Map.of());
    }

    TokenFixture(Map<String, Object> values) throws Exception {
        database.addTenant("acme");
        tenants.put("acme", TenantStatus.ACTIVE);
        key = server.addKey("tenant-acme", "acme-1");
        IdentitySettings settings = TestSettings.of(values);
        keys = new RealmKeys(server, fetcher, settings);
        authenticator = new CachedTokenAuthenticator(
                realms, keys, revocations, new UserMirror(database, READY), settings, clock);
        Awaitility.await().ignoreExceptions().until(() -> !revocations.isDead("nobody", null));
    }

    public TokenBuilder token() {
        return new TokenBuilder(server.issuer("tenant-acme"), key);
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
        worker.close();
        fetcher.close();
        server.close();
    }
}
