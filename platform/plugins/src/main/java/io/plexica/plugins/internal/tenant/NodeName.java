package io.plexica.plugins.internal.tenant;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.osgi.framework.BundleContext;

/** What a node is called that comes back after a crash: the same as before, and no other is called so. */
final class NodeName {

    private NodeName() {}

    /** By its machine and its folder there. */
    static String of(BundleContext context) {
        return machine() + ":" + context.getProperty("karaf.base");
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
