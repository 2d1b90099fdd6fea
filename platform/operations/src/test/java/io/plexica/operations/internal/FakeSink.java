package io.plexica.operations.internal;

import io.plexica.spi.web.EventStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A reader of a stream who remembers what was sent. */
final class FakeSink implements EventStream.Sink {

    final List<String> events = new CopyOnWriteArrayList<>();
    final List<OperationJson> states = new CopyOnWriteArrayList<>();
    volatile boolean ended;

    @Override
    public void send(String event, @Nullable String id, Object data) {
        states.add((OperationJson) data);
        events.add(event);
    }

    @Override
    public void end() {
        ended = true;
    }
}
