package io.plexica.itests.faults;

import java.time.Duration;

/**
 * A real server that the platform leans on, with the way that leads there. Whoever adds one (a broker, a search engine) gives
 * it these handles, and every fault of the suite can be done to it.
 */
public interface Engine extends AutoCloseable {

    /** What it is called in reports. */
    String name();

    /** The port on which it answers itself. */
    int port();

    /** Starts it, or again; returns at once. */
    void start();

    /** Ends it without warning. What it has promised to keep it keeps. */
    void stop();

    /** Makes it stand still: connections stay, and nothing answers. */
    void pause();

    /** Lets it go on. */
    void resume();

    /** Ends it for good. */
    @Override
    default void close() {
        stop();
    }

    /** Ways in which an engine is away from those who need it. */
    enum Away {
        /** Connections are refused. */
        REFUSED,
        /** Connections break, and new ones can be made. */
        CUT,
        /** What is sent arrives nowhere. */
        SWALLOWED,
        /** Everything takes ten seconds longer, either way. */
        SLOW
    }

    /** How much slower {@link Away#SLOW} is. */
    Duration SLOWER = Duration.ofSeconds(10);

    /** Takes an engine away from those who reach it by these ways. */
    static void take(Away how, Iterable<Proxy> ways) {
        for (Proxy way : ways) {
            switch (how) {
                case REFUSED -> way.refuse();
                case CUT -> way.cut();
                case SWALLOWED -> way.swallow();
                case SLOW -> way.slow(SLOWER);
            }
        }
    }

    /** Gives it back. */
    static void giveBack(Iterable<Proxy> ways) {
        ways.forEach(Proxy::flow);
    }
}
