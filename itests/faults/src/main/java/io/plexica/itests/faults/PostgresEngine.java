package io.plexica.itests.faults;

import io.plexica.itests.support.Platform;
import io.plexica.itests.support.Servers.Kind;
import java.util.concurrent.TimeUnit;

/** The database that the first node brings along, and minds. */
public final class PostgresEngine implements Engine {

    private static final long PATIENCE_SECONDS = 120;

    private final Platform platform;

    PostgresEngine(Platform platform) {
        this.platform = platform;
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public int port() {
        return platform.port("DB");
    }

    /** The node that minds it starts it by itself. */
    @Override
    public void start() {}

    @Override
    public void stop() {
        platform.servers().kill(Kind.POSTGRESQL);
    }

    @Override
    public void pause() {
        platform.servers().pause(Kind.POSTGRESQL);
    }

    @Override
    public void resume() {
        platform.servers().resume(Kind.POSTGRESQL);
    }

    /** Nothing of it can be written, until it has ended by that; what is started anew can. */
    void fill() {
        ProcessHandle server = platform.servers().find(Kind.POSTGRESQL).orElseThrow();
        platform.servers().pids(Kind.POSTGRESQL).forEach(PostgresEngine::fill);
        server.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /** A connection may have ended meanwhile. */
    private static void fill(long pid) {
        try {
            Signal.fillDisk(pid);
        } catch (IllegalStateException e) {
            if (ProcessHandle.of(pid).isPresent()) {
                throw e;
            }
        }
    }

    /** Goes with the platform. */
    @Override
    public void close() {}
}
