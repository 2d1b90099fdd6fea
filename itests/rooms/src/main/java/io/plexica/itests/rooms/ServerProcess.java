package io.plexica.itests.rooms;

import java.io.IOException;
import java.net.URI;

/** A real server in a process of its own, which can be ended without warning and keeps what it has promised to keep. */
public interface ServerProcess {

    /** Where it answers. */
    URI address();

    /** The process, for signals. */
    long pid();

    /** Starts it again. */
    void restart() throws IOException;

    /** Ends it without warning. */
    void kill();
}
