package io.plexica.identity.internal.tokens;

import io.plexica.identity.internal.IdentitySettings;
import io.plexica.identity.internal.IdentityWorker;
import io.plexica.identity.internal.Recorders;
import io.plexica.identity.internal.TestIdentityServer;
import io.plexica.identity.internal.TestTenants;
import io.plexica.identity.internal.issuer.IssuerKeys;
import io.plexica.identity.internal.users.UserAnnouncer;
import io.plexica.identity.internal.users.UserMirror;
import io.plexica.itests.rooms.MovableClock;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.signal.SignalListener;
import io.plexica.spi.signal.Signals;
import java.util.function.Consumer;
import org.awaitility.Awaitility;

/** The token side of one node of the platform. */
public final class TestNode implements AutoCloseable {

    public static final SchemaReady READY = new SchemaReady() {};

    public final MovableClock clock = new MovableClock();
    public final IdentityWorker worker = new IdentityWorker();
    final KeyFetcher fetcher = new KeyFetcher();
    public final RealmDirectory realms;
    public final RealmKeys keys;
    public final IssuerKeys issuerKeys;
    public final Revocations revocations;
    public final UserMirror users;
    public final RealmTokenAuthenticator authenticator;

    public TestNode(
            TestIdentityServer server,
            TestTenants tenants,
            Database database,
            Signals signals,
            Consumer<SignalListener> hear,
            IdentitySettings settings) {
        realms = new RealmDirectory(server, tenants);
        issuerKeys = new IssuerKeys(database, READY);
        keys = new RealmKeys(server, fetcher, issuerKeys, settings);
        revocations = new Revocations(database, signals, worker, READY);
        users = new UserMirror(database, signals, new UserAnnouncer(), new Recorders.Audit(), READY);
        authenticator = new RealmTokenAuthenticator(realms, keys, revocations, users, signals, settings, clock);
        hear.accept(revocations);
        hear.accept(users);
        Awaitility.await().until(revocations::isFresh);
    }

    /** The same side of the same node with nothing in memory of tokens seen. */
    RealmTokenAuthenticator another(Signals signals, IdentitySettings settings) {
        return new RealmTokenAuthenticator(realms, keys, revocations, users, signals, settings, clock);
    }

    @Override
    public void close() {
        worker.close();
        fetcher.close();
    }
}
