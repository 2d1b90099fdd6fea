package io.plexica.jobs.internal.engine;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;

/** What this process is called in the history of jobs. */
final class NodeName {

    private static final int LONGEST_HOST = 40;

    private NodeName() {}

    /** The name of the host, and something that no other process has, nor this one after a restart. */
    static String ofThis() {
        String host = host();
        return host.substring(0, Math.min(host.length(), LONGEST_HOST)) + "-"
                + UUID.randomUUID().toString().substring(0, 8);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "node";
        }
    }
}
