package io.plexica.operations.internal;

import io.plexica.spi.data.Database;
import io.plexica.spi.signal.SignalListener;
import io.plexica.spi.signal.Signals;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Signals that reach the nodes of one test once they are committed. */
final class FakeSignals {

    final List<SignalListener> listeners = new CopyOnWriteArrayList<>();

    Signals of(Database database) {
        return new Signals() {
            @Override
            public void announce(String topic, String key) {
                database.afterCommit(() -> listeners.stream()
                        .filter(listener -> listener.topic().equals(topic))
                        .forEach(listener -> listener.changed(key)));
            }

            @Override
            public boolean isCurrent() {
                return true;
            }
        };
    }
}
