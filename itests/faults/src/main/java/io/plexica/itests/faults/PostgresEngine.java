package io.plexica.itests.faults;

import io.plexica.itests.support.Platform;
import io.plexica.itests.support.Servers.Kind;

/** The database that the first node brings along, and minds. */
public final class PostgresEngine implements Engine {

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

    /** Goes with the platform. */
    @Override
    public void close() {}
}
