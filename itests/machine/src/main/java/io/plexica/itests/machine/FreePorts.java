package io.plexica.itests.machine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for servers that a test starts a moment later, on the loopback address. They lie below those that the system gives
 * to clients, since a client of another test would else come to hold one before its server does; and each is this process's
 * until it ends, however many tests run beside it. Safe for use by several threads.
 */
public final class FreePorts {

    /** A node of a Redis cluster takes a second port, 10,000 above its first: that one lies below the clients', too. */
    private static final int FIRST = 10_000;

    private static final int LAST = 19_999;

    private static final FreePorts MACHINE = new FreePorts(
            Path.of(System.getProperty("java.io.tmpdir"), "plexica-test-ports-" + System.getProperty("user.name")));

    private final ByteLocks taken;

    /** Those that this file does not note as taken. */
    FreePorts(Path file) {
        this.taken = new ByteLocks(file);
    }

    /** A port that nobody listens on, and that is given to nobody else while this process lives. */
    public static int free() {
        return free(FIRST, LAST);
    }

    /** Likewise, one of those from the first to the last, for a server that takes no others. */
    public static int free(int first, int last) {
        return MACHINE.take(first, last);
    }

    synchronized int take(int first, int last) {
        int count = last - first + 1;
        int start = ThreadLocalRandom.current().nextInt(count);
        for (int i = 0; i < count; i++) {
            int port = first + (start + i) % count;
            if (claim(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No port from " + first + " to " + last + " is free");
    }

    /** It is looked at once it is claimed: two who look at the same time would else each find the other there. */
    private boolean claim(int port) {
        if (!taken.take(port)) {
            return false;
        }
        boolean free = isFree(port);
        if (!free) {
            taken.release(port);
        }
        return free;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
