package io.plexica.itests.faults;

import io.plexica.itests.faults.history.Call;
import io.plexica.itests.faults.history.Intent;
import java.util.List;

/** What people can always do, whichever engine beside the database is away. */
final class Work {

    private static final int TIMES = 5;

    private Work() {}

    /** Everybody changes, and reads what they changed. */
    static void goesOn(Site site, Caller caller) {
        for (SiteNode node : site.nodes()) {
            for (int i = 0; i < TIMES; i++) {
                for (Intent intent : List.of(Intent.KEEP, Intent.READ)) {
                    demand(caller.call(node, site.tenants().get(0), intent, "thing-0"));
                }
            }
        }
    }

    private static void demand(Call call) {
        if (call.outcome() != Call.Outcome.ACKNOWLEDGED) {
            throw new AssertionError("failed without need: " + call);
        }
    }
}
