package io.plexica.itests.faults;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Small things that the operating system does for us. */
final class Signal {

    private Signal() {}

    /** Makes a process stand still, at once. */
    static void stop(long pid) {
        send("-STOP", pid);
    }

    /** Lets it go on. */
    static void go(long pid) {
        send("-CONT", pid);
    }

    /** From now on it can write nothing to any disk, as if that were full; sockets and pipes are none. Needs no rights. */
    static void fillDisk(long pid) {
        run("prlimit", "--pid", Long.toString(pid), "--fsize=0:");
    }

    /** There is room again. */
    static void emptyDisk(long pid) {
        run("prlimit", "--pid", Long.toString(pid), "--fsize=unlimited:");
    }

    private static void send(String signal, long pid) {
        run("kill", signal, Long.toString(pid));
    }

    private static void run(String... command) {
        try {
            int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (exit != 0) {
                throw new IllegalStateException(String.join(" ", command) + " ended with " + exit);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
