package io.plexica.itests.faults;

import io.plexica.itests.rooms.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;

/** An engine that is one server in a process of its own. */
abstract class ServerEngine<S extends ServerProcess> implements Engine {

    /** The server. */
    final S server;

    private final String name;

    ServerEngine(String name, S server) {
        this.name = name;
        this.server = server;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final int port() {
        return server.address().getPort();
    }

    @Override
    public final void start() {
        unchecked(() -> {
            server.restart();
            return server;
        });
    }

    @Override
    public final void stop() {
        server.kill();
    }

    @Override
    public final void pause() {
        Signal.stop(server.pid());
    }

    @Override
    public final void resume() {
        Signal.go(server.pid());
    }

    /** Something that is asked of a server. */
    interface Question<T> {
        T ask() throws IOException;
    }

    static <T> T unchecked(Question<T> question) {
        try {
            return question.ask();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
