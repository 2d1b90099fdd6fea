package io.plexica.itests.faults;

import io.plexica.itests.faults.history.Intent;
import io.plexica.itests.support.TestTenant;
import java.util.List;

/** Handlers misbehave, and events come more than once. */
final class HandlerFaults {

    private HandlerFaults() {}

    /** Each on a thing of its own, of which other events follow: those must not be lost, nor overtake. */
    static Fault misbehaving() {
        return new Fault("handlers fail, hang, and do not heed that their time is over", (site, caller) -> {
            TestTenant tenant = site.tenants().get(0);
            for (SiteNode node : site.nodes()) {
                for (Intent intent : List.of(Intent.POISON, Intent.HANG, Intent.STUBBORN, Intent.STUMBLE)) {
                    caller.call(node, tenant, intent, "bad-" + intent);
                    caller.call(node, tenant, Intent.KEEP, "bad-" + intent);
                }
            }
        });
    }

    /** The claim of an event becomes void while its handler is at work: two do the same work, and one may keep it. */
    static Fault deliveredTwice() {
        return new Fault("an event is delivered again while it is being handled", (site, caller) -> {
            Latches latches = new Latches(site.folder());
            for (TestTenant tenant : site.tenants()) {
                String op = caller.op(Intent.LATCHED);
                latches.shut(op);
                caller.call(site.two(), tenant, Intent.LATCHED, "twice", op);
                caller.call(site.two(), tenant, Intent.KEEP, "twice");
                Site.soon().until(() -> !latches.entered(op).isEmpty());
                site.behind().voidClaim(op);
                Site.soon().until(() -> latches.entered(op).size() > 1);
                latches.open(op);
            }
        });
    }
}
