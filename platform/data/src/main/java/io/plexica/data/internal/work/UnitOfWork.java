package io.plexica.data.internal.work;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.data.internal.metrics.QueryTimes;
import io.plexica.data.internal.metrics.QueryTimes.Operation;
import io.plexica.data.internal.pool.ConnectionPool.Fate;
import io.plexica.data.internal.pool.Connections;
import io.plexica.data.internal.pool.Lease;
import io.plexica.data.internal.pool.SqlFailures;
import io.plexica.spi.data.LateStatement;
import io.plexica.spi.tracing.Span;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One transaction on one connection, both begun when something first asks for them. Belongs to the thread that opened it;
 * anybody else, and everybody after its end, is refused.
 */
public final class UnitOfWork implements AutoCloseable {

    private final Connections connections;
    private final ExceptionTranslation translation;
    private final boolean readOnly;
    private final @Nullable UnitOfWork outer;
    private final Thread owner = Thread.currentThread();
    private final Map<Object, Participant> participants = new LinkedHashMap<>();
    private final Aftermath aftermath = new Aftermath();
    private final LateWork late = new LateWork();
    private @Nullable Lease lease;
    private @Nullable Connection connection;
    private @Nullable DataRole active;
    private @Nullable PlexicaException failure;
    private @Nullable SQLException aborted;
    private Fate fate = Fate.CLEAN;
    private boolean divided;
    private boolean committed;
    private boolean closed;

    UnitOfWork(
            Connections connections, ExceptionTranslation translation, boolean readOnly, @Nullable UnitOfWork outer) {
        this.connections = connections;
        this.translation = translation;
        this.readOnly = readOnly;
        this.outer = outer;
    }

    /** The connection, within the transaction and under the role. */
    Connection as(DataRole role) throws SQLException {
        checkUsable();
        if (connection == null) {
            return begin(role);
        }
        // Mostly the same object, so that a glance is enough.
        if (active != role && !role.equals(active)) {
            assume(connection, role);
        }
        return connection;
    }

    /** Refuses other threads, and use after the end. */
    public void checkUsable() {
        if (closed || Thread.currentThread() != owner) {
            throw new PlexicaException(
                    ErrorCode.INTERNAL_ERROR,
                    closed
                            ? "The unit of work is over: ask for the connection or entity manager again"
                            : "A connection or entity manager belongs to the thread of its unit of work");
        }
    }

    /** Writes this with the commit; at once where part of the transaction may be taken back. */
    void beforeCommit(DataRole role, LateStatement statement) throws SQLException {
        checkUsable();
        if (readOnly) {
            throw SqlFailures.onlyReads();
        }
        demandWhole();
        late.add(role, statement);
        if (divided || late.isFull()) {
            writeLate();
        }
    }

    /** Part of the transaction may be taken back from here on: so what was to be written last is written in its place. */
    void divide() throws SQLException {
        checkUsable();
        divided = true;
        writeLate();
    }

    /** Something ran that may have changed the session: the role is set anew, and the connection reset afterwards. */
    void sessionTouched() {
        active = null;
        fate = fate == Fate.BROKEN ? Fate.BROKEN : Fate.RESET;
        aftermath.rolledBack();
    }

    /** The role is again what it was when the savepoint was set, and statements are heard again. */
    void rolledBackToSavepoint() {
        active = null;
        aborted = null;
        aftermath.rolledBack();
    }

    /** A statement failed. */
    void failed(SQLException e) {
        translation.thrown(e);
        if (SqlFailures.isConnectionLoss(e)) {
            fate = Fate.BROKEN;
            suspectServer();
        } else if (aborted == null && SqlFailures.comesFromServer(e)) {
            aborted = e;
        }
    }

    /** A statement of the platform failed: whatever the caller makes of that, nothing of this unit of work is kept. */
    void doom(PlexicaException cause) {
        if (failure == null) {
            failure = cause;
        }
    }

    /** The participant under this key, made on first use. */
    public Participant participant(Object key, Supplier<Participant> maker) {
        checkUsable();
        Participant known = participants.get(key);
        if (known == null) {
            known = maker.get();
            participants.put(key, known);
        }
        return known;
    }

    /** What is to happen once this has ended. */
    Aftermath aftermath() {
        return aftermath;
    }

    void commit() {
        // Flushing one may bring in another.
        for (int flushed = 0; flushed < participants.size(); flushed++) {
            List.copyOf(participants.values()).get(flushed).flush();
        }
        demandWhole();
        try {
            if (!late.isEmpty() && connection == null) {
                begin(late.firstRole());
            }
            if (connection != null) {
                if (fate == Fate.RESET) {
                    unstick(connection);
                }
                commit(connection);
            }
            committed = true;
        } catch (SQLException e) {
            failed(e);
            throw ExceptionTranslation.ofCommit(e);
        }
    }

    /** PostgreSQL answers a commit after a failed statement with a rollback, which must not pass for success. */
    private void demandWhole() {
        if (failure == null && aborted != null) {
            doom(SqlFailures.of(aborted));
        }
        if (failure != null) {
            throw new PlexicaException(
                    failure.code() == ErrorCode.UNAVAILABLE ? ErrorCode.UNAVAILABLE : ErrorCode.INTERNAL_ERROR,
                    "An earlier statement of this unit of work failed, so nothing of it was kept",
                    failure);
        }
    }

    private void commit(Connection open) throws SQLException {
        long began = System.nanoTime();
        try (Span span = Operation.COMMIT.span()) {
            if (!late.isEmpty()) {
                late.commit(open, active);
            }
            // Without a word to the server where it has committed already; the pool is to know of it, too.
            open.commit();
        } finally {
            times().ran(Operation.COMMIT, System.nanoTime() - began);
        }
    }

    private void writeLate() throws SQLException {
        if (late.isEmpty()) {
            return;
        }
        Connection open = connection == null ? begin(late.firstRole()) : connection;
        try {
            active = late.write(open, active);
        } catch (SQLException e) {
            failed(e);
            doom(SqlFailures.of(e));
            throw e;
        }
    }

    /** What measures its statements. */
    QueryTimes times() {
        return connections.times();
    }

    @Override
    public void close() {
        try {
            participants.values().forEach(Participant::end);
        } finally {
            closed = true;
            giveBack();
        }
    }

    private void giveBack() {
        Lease open = lease;
        if (open != null) {
            connection = null;
            rollBackUnlessCommitted(open.connection());
            lease = null;
            open.giveBack(fate);
        }
    }

    private boolean holdsConnection() {
        return lease != null || (outer != null && outer.holdsConnection());
    }

    private void suspectServer() {
        if (lease != null) {
            lease.suspectServer();
        }
    }

    private void rollBackUnlessCommitted(Connection open) {
        if (committed || fate == Fate.BROKEN) {
            return;
        }
        try {
            open.rollback();
        } catch (SQLException e) {
            fate = Fate.BROKEN;
            suspectServer();
        }
    }

    /**
     * Settings and locks of the session are taken back before the end: behind a pooler the session is somebody else's right
     * after the commit.
     */
    private static void unstick(Connection open) throws SQLException {
        try (Statement statement = open.createStatement()) {
            statement.execute("SET CONSTRAINTS ALL IMMEDIATE; RESET ALL; SELECT pg_catalog.pg_advisory_unlock_all()");
        }
    }

    private Connection begin(DataRole role) throws SQLException {
        Lease leased = UnitOwner.lease(connections, role, outer != null && outer.holdsConnection());
        lease = leased;
        Connection open = leased.connection();
        connection = open;
        // The driver sends BEGIN, or BEGIN READ ONLY, along with the first statement.
        try {
            if (readOnly) {
                open.setReadOnly(true);
            }
            open.setAutoCommit(false);
        } catch (SQLException e) {
            failed(e);
            throw e;
        }
        assume(open, role);
        leased.answered();
        return open;
    }

    private void assume(Connection open, DataRole role) throws SQLException {
        active = null;
        try (Statement statement = open.createStatement()) {
            statement.execute(role.assume());
        } catch (SQLException e) {
            failed(e);
            throw e;
        }
        active = role;
    }
}
