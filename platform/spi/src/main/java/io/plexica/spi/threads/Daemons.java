package io.plexica.spi.threads;

import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.concurrent.ThreadFactory;

/** Threads that keep no process from ending, and inherit nothing of whoever happened to be the first to need them. */
public final class Daemons {

    private Daemons() {}

    /** Makes threads of one name. */
    public static ThreadFactory named(String name) {
        return work -> {
            Thread thread = apart(() -> new Thread(null, work, name, 0, false));
            // Else that of the plugin whose call comes first, which could not be forgotten any more.
            thread.setContextClassLoader(Daemons.class.getClassLoader());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** A thread keeps the access rights of all who are on the stack, and by them their class loaders; here nobody else is. */
    @SuppressWarnings("removal") // As long as Java collects those rights, there is no other way to keep out of it.
    private static Thread apart(PrivilegedAction<Thread> made) {
        return AccessController.doPrivileged(made);
    }
}
