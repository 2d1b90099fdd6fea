package io.plexica.itests.faults;

import io.plexica.itests.rooms.S3Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

/** A real S3 server that keeps its objects on disk. */
public final class S3Engine implements Engine {

    private final S3Server server;

    /** Starts one; it answers within seconds. */
    public S3Engine() {
        try {
            server = S3Server.startKeeping();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "s3";
    }

    @Override
    public int port() {
        return server.address().getPort();
    }

    @Override
    public void start() {
        try {
            server.restart();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        server.kill();
    }

    @Override
    public void pause() {
        Signal.stop(server.pid());
    }

    @Override
    public void resume() {
        Signal.go(server.pid());
    }

    /** The objects that it keeps, as {@code bucket/path}. */
    Set<String> objects() {
        try {
            return server.objects();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on nothing can be written to its disk. */
    void fill() {
        Signal.fillDisk(server.pid());
    }

    /** There is room again. */
    void empty() {
        Signal.emptyDisk(server.pid());
    }
}
