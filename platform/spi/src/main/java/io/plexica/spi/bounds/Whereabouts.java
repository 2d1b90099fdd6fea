package io.plexica.spi.bounds;

/** What a thread is doing that takes so long. */
public enum Whereabouts {
    /** It reads a body that its caller sends slowly. */
    CALLER,
    /** It waits for its caller to take what was written. */
    READER,
    /** It waits for the database, for which a plugin cannot always be blamed. */
    DATABASE,
    /** Anything else. */
    PLUGIN;

    private static final int DEPTH = 40;

    /** Where a thread is by its stack. */
    public static Whereabouts of(StackTraceElement[] trace) {
        for (int i = 0; i < Math.min(DEPTH, trace.length); i++) {
            String name = trace[i].getClassName();
            if (name.equals("org.eclipse.jetty.server.HttpInput")) {
                return CALLER;
            }
            if (name.equals("org.eclipse.jetty.server.HttpOutput")) {
                return READER;
            }
            if (name.startsWith("org.postgresql.")
                    || name.startsWith("com.zaxxer.hikari.")
                    || name.startsWith("io.plexica.data.internal.pool.")) {
                return DATABASE;
            }
        }
        return PLUGIN;
    }
}
