package io.plexica.identity.internal.tokens;

import io.plexica.identity.internal.IdentityWorker;
import io.plexica.identity.internal.tokens.RevocationId.Kind;
import io.plexica.identity.internal.tokens.RevocationRows.Reading;
import io.plexica.identity.internal.tokens.RevocationRows.Row;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.identity.IdentityProvider;
import io.plexica.spi.signal.SignalListener;
import io.plexica.spi.signal.Signals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What is dead before it expires. The table tells all nodes; each holds it in memory, so that asking costs nothing. From the
 * signal that something was added until it has been read, and while no signals can be heard, the table itself is asked. Safe
 * for all threads.
 */
@Component(service = {Revocations.class, SignalListener.class})
public final class Revocations implements SignalListener {

    /** No session of a realm lives longer, nor does any of its tokens. */
    private static final Duration LONGEST_SESSION = Duration.ofHours(11);

    private static final Duration CLEANING = Duration.ofMinutes(10);

    private final Database database;
    private final Signals signals;
    private final IdentityWorker worker;
    private final RevocationCache memory = new RevocationCache();
    private final List<Consumer<UUID>> keyListeners = new CopyOnWriteArrayList<>();
    private final AtomicLong announced = new AtomicLong();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile long read = -1;
    private String upTo = RevocationRows.BEGINNING;

    @Activate
    public Revocations(
            @Reference Database database,
            @Reference Signals signals,
            @Reference IdentityWorker worker,
            @Reference(target = "(plexica.room=identity)") SchemaReady schemaReady) {
        this.database = database;
        this.signals = signals;
        this.worker = worker;
        readSoon();
        worker.every(CLEANING, "Forgetting what has expired by itself", () -> memory.forgetExpired(Instant.now()));
    }

    @Override
    public String topic() {
        return Signals.REVOCATIONS;
    }

    @Override
    public void changed(String key) {
        announced.incrementAndGet();
        readSoon();
    }

    /** Whether memory holds all that was revoked until a second ago; then it answers, else the database does. */
    public boolean isFresh() {
        return read == announced.get() && signals.isCurrent();
    }

    /**
     * Whether a token is dead by what has been revoked.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code unavailable} when the database must be asked and cannot be
     */
    public boolean isDead(TokenLineage token) {
        return memory.isDead(token)
                || !isFresh() && database.core(connection -> RevocationRows.isDead(connection, token));
    }

    /** Ends a sign-in with all its tokens, in the current unit of work; on this node as soon as that has committed. */
    public void endSession(String realm, String session) {
        add(new Row(new RevocationId(Kind.SESSION, realm, session), longest(), null));
    }

    /** Ends everything that was issued to somebody before a moment, likewise. */
    public void endUser(String realm, String user, Instant notBefore) {
        add(new Row(new RevocationId(Kind.USER, realm, user), longest(), notBefore));
    }

    /** Ends everything that somebody has been or will be issued, likewise: of those who are gone for good. */
    public void endForGood(String realm, String user) {
        endUser(realm, user, longest());
    }

    /** Tells all nodes to read an API key again, likewise. */
    public void endKey(UUID key) {
        add(new Row(new RevocationId(Kind.API_KEY, "", key.toString()), longest(), null));
    }

    /** Takes note of a logout token, in the current unit of work; whether it has not been seen before. */
    public boolean isFirst(String realm, String logoutToken, Instant until) {
        RevocationId id = new RevocationId(Kind.LOGOUT, realm, logoutToken);
        return database.core(connection -> RevocationRows.addOnce(connection, id, until));
    }

    /** From now on, tells of every API key that is to be read again, before memory counts as fresh. */
    public void onKey(Consumer<UUID> listener) {
        keyListeners.add(listener);
    }

    private void add(Row row) {
        database.together(() -> {
            database.core(connection -> RevocationRows.add(connection, row));
            signals.announce(Signals.REVOCATIONS, slug(row.id().realm()));
            database.afterCommit(() -> take(row));
            return row;
        });
    }

    private void readSoon() {
        if (waiting.compareAndSet(false, true)) {
            worker.untilDone("Reading what has been revoked", this::read);
        }
    }

    private synchronized void read() {
        waiting.set(false);
        long known = announced.get();
        Reading reading = database.core(connection -> RevocationRows.since(connection, upTo));
        reading.rows().forEach(this::take);
        upTo = reading.upTo();
        read = known;
    }

    private void take(Row row) {
        if (row.id().kind() == Kind.API_KEY) {
            UUID key = UUID.fromString(row.id().value());
            keyListeners.forEach(listener -> listener.accept(key));
        } else {
            memory.add(row);
        }
    }

    private static Instant longest() {
        return Instant.now().plus(LONGEST_SESSION);
    }

    private static String slug(String realm) {
        String prefix = IdentityProvider.realm("");
        return realm.startsWith(prefix) ? realm.substring(prefix.length()) : "";
    }
}
