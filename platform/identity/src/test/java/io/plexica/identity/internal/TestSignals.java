package io.plexica.identity.internal;

import io.plexica.spi.data.Database;
import io.plexica.spi.signal.SignalListener;
import io.plexica.spi.signal.Signals;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Signals that reach this node alone, as soon as they are committed, unless it is made deaf. */
public final class TestSignals implements Signals {

    private final Database database;
    private final List<SignalListener> listeners = new CopyOnWriteArrayList<>();

    /** Whether this node hears nothing. */
    public volatile boolean deaf;

    /** What was announced, in order, such as {@code users acme}. */
    public final List<String> announced = new CopyOnWriteArrayList<>();

    public TestSignals(Database database) {
        this.database = database;
    }

    public void hear(SignalListener listener) {
        listeners.add(listener);
    }

    @Override
    public void announce(String topic, String key) {
        database.afterCommit(() -> deliver(topic, key));
    }

    @Override
    public boolean isCurrent() {
        return !deaf;
    }

    private void deliver(String topic, String key) {
        announced.add(topic + " " + key);
        if (!deaf) {
            listeners.stream().filter(one -> one.topic().equals(topic)).forEach(one -> one.changed(key));
        }
    }
}
