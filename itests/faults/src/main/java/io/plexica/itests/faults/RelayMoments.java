package io.plexica.itests.faults;

import io.plexica.itests.faults.Behind.Held;
import io.plexica.itests.faults.history.Intent;
import io.plexica.itests.support.TestTenant;

/** Brings the second node to a moment that otherwise lasts a millisecond. */
final class RelayMoments {

    private static final int WAITING = 2;

    private RelayMoments() {}

    /**
     * Does something while the second node has made deliveries for some events and not yet marked them as relayed, and while
     * others are committed and nobody has seen them.
     */
    static void betweenPublishAndMark(Site site, Caller caller, Runnable deed) {
        Behind behind = site.behind();
        Held marks;
        try (Held relay = behind.holdRelay()) {
            publish(site, caller);
            marks = behind.holdMarks();
        }
        try (Held held = marks) {
            Site.soon().alias("node two marks events").until(() -> isMarking(site.two(), behind));
            publish(site, caller);
            deed.run();
        }
    }

    /** Makes events that nobody can relay yet, and some that there will never be. */
    private static void publish(Site site, Caller caller) {
        for (TestTenant tenant : site.tenants()) {
            for (int i = 0; i < WAITING; i++) {
                caller.call(site.two(), tenant, Intent.KEEP, "unrelayed-" + i);
                caller.call(site.two(), tenant, Intent.BREAK, "unrelayed-" + i);
            }
        }
    }

    /** Whoever else tries to mark them is cut off, until it is this node's turn. */
    private static boolean isMarking(SiteNode node, Behind behind) {
        for (int port : behind.marking()) {
            if (node.database().farPorts().contains(port)) {
                return true;
            }
            behind.cut(port);
        }
        return false;
    }
}
