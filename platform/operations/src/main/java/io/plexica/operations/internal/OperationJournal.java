package io.plexica.operations.internal;

import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Page;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.DatabaseException;
import io.plexica.spi.signal.Signals;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Where operations are written down, for all nodes to see. Every write commits on its own and is announced with it. */
final class OperationJournal {

    private static final String FOREIGN_KEY_VIOLATION = "23503";

    private final Database database;
    private final Signals signals;
    private final UUID node = UUID.randomUUID();

    OperationJournal(Database database, Signals signals) {
        this.database = database;
        this.signals = signals;
    }

    OperationRow begin(OperationStart beginning) {
        try {
            return database.apart(() -> {
                OperationRow row = database.core(connection -> OperationStore.insert(connection, beginning, node));
                announce(beginning.id());
                return row;
            });
        } catch (DatabaseException e) {
            throw e.sqlState().equals(FOREIGN_KEY_VIOLATION)
                    ? PlexicaException.notFound("There is no tenant " + beginning.tenantSlug())
                    : e;
        }
    }

    void progress(UUID id, State state) {
        database.apart(() -> {
            database.core(connection -> OperationStore.progress(connection, id, state));
            announce(id);
            return true;
        });
    }

    void finish(UUID id, OperationEnd ending, State state) {
        database.apart(() -> {
            database.core(connection -> OperationStore.finish(connection, id, ending, state));
            announce(id);
            return true;
        });
    }

    void beat() {
        database.apart(() -> database.core(connection -> OperationStore.beat(connection, node)));
    }

    /** Closes what silent nodes have left running; how many there were. */
    int bury(Duration patience, Function<OperationRow, OperationEnd> ending) {
        return database.apart(() -> {
            List<OperationRow> dead = database.core(connection -> OperationStore.abandoned(connection, patience));
            for (OperationRow row : dead) {
                UUID id = row.operation().id();
                State last = new State(
                        row.operation().progress(),
                        row.operation().step(),
                        row.operation().message());
                database.core(connection -> OperationStore.finish(connection, id, ending.apply(row), last));
                announce(id);
            }
            return dead.size();
        });
    }

    int forget(Duration retention) {
        return database.apart(() -> database.core(connection -> OperationStore.forget(connection, retention)));
    }

    int forgetGone() {
        return database.apart(() -> database.core(OperationStore::forgetGone));
    }

    Optional<OperationRow> find(UUID id) {
        return database.apart(() -> database.core(connection -> OperationStore.find(connection, id)));
    }

    Page<OperationRow> page(Viewer viewer, OperationQuery query) {
        return database.core(connection -> OperationStore.page(connection, viewer, query));
    }

    private void announce(UUID id) {
        signals.announce(Signals.OPERATIONS, id.toString());
    }
}
