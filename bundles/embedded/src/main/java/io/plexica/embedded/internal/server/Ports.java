package io.plexica.embedded.internal.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The ports of this machine. */
public final class Ports {

    private Ports() {}

    /** Demands that nobody listens on a port. */
    public static void demandFree(int port, String variable) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
        } catch (IOException e) {
            throw new IOException(
                    "Port " + port + " is taken by another program; set " + variable + " to a free one", e);
        }
    }
}
