package io.plexica.itests.rooms;

import io.plexica.data.internal.DataPlatform;
import io.plexica.data.internal.settings.DataSettings;
import io.plexica.spi.data.DatabaseAccess;
import io.plexica.spi.signal.SignalListener;
import io.plexica.spi.signal.Signals;

/** Another node of the platform on the database of a test, with connections and a listener of its own. */
public final class Node implements AutoCloseable {

    private final DataPlatform platform;

    Node(DatabaseAccess access, DataSettings settings) {
        this.platform = new DataPlatform(access, settings);
        platform.start();
    }

    /** Units of work of this node. */
    public FaultyDatabase database() {
        return new FaultyDatabase(platform.database());
    }

    /** The signals of this node. */
    public Signals signals() {
        return platform.signals();
    }

    /** Somebody on this node wants to hear signals. */
    public void hear(SignalListener listener) {
        platform.addListener(listener);
    }

    @Override
    public void close() {
        platform.close();
    }
}
