package io.plexica.operations.internal;

import io.plexica.spi.web.EventStream;
import java.util.UUID;

/** One who watches one operation. */
final class Watcher {

    private final UUID id;
    private final EventStream.Sink sink;
    private long seen;

    Watcher(UUID id, EventStream.Sink sink) {
        this.id = id;
        this.sink = sink;
    }

    UUID id() {
        return id;
    }

    /** Tells how the operation is, unless that was told before; whether it has ended. */
    synchronized boolean tell(OperationRow row) {
        if (row.version() > seen) {
            seen = row.version();
            sink.send(row.hasEnded() ? "finished" : "progress", Long.toString(seen), OperationJson.of(row));
        }
        return row.hasEnded();
    }

    void end() {
        sink.end();
    }
}
