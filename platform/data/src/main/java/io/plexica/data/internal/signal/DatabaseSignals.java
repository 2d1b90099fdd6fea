package io.plexica.data.internal.signal;

import io.plexica.spi.data.Database;
import io.plexica.spi.signal.Signals;

/** Signals through a table of the platform's. */
public final class DatabaseSignals implements Signals {

    private static final int MAX_KEY = 200;

    private final Database database;
    private final SignalThread listener;

    /** Signals announced in units of work of this database; the listener knows whether this node hears. */
    public DatabaseSignals(Database database, SignalThread listener) {
        this.database = database;
        this.listener = listener;
    }

    @Override
    public void announce(String topic, String key) {
        if (topic.isBlank() || key.length() > MAX_KEY || key.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("Not a signal: topic '" + topic + "', key '" + key + "'");
        }
        long transaction = database.core(connection -> SignalTable.announce(connection, topic, key));
        database.afterCommit(() -> listener.awaitTakenIn(transaction));
    }

    @Override
    public boolean isCurrent() {
        return listener.isCurrent();
    }
}
