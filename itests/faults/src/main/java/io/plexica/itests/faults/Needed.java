package io.plexica.itests.faults;

import io.plexica.itests.faults.Engine.Away;
import io.plexica.itests.faults.SiteNode.Ways;
import io.plexica.itests.faults.history.Call;
import io.plexica.itests.faults.history.History;
import io.plexica.itests.faults.history.Intent;
import io.plexica.itests.support.TestTenant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * An engine without which one kind of call is refused, and all others go on.
 *
 * @param name the engine's
 * @param intent what cannot be done without it
 * @param way where it is reached
 */
record Needed(String name, Intent intent, Function<Ways, Proxy> way) {

    Fault away(Away how) {
        return new Fault(name + " is " + how.name().toLowerCase(Locale.ROOT), (site, caller) -> {
            List<Proxy> ways = SiteNode.to(way, site.nodes());
            during(site, caller, how != Away.CUT, () -> Engine.take(how, ways), () -> Engine.giveBack(ways));
        });
    }

    /** Something else that nobody of those can miss who need it. */
    Fault felt(String what, Consumer<Site> begin, Consumer<Site> end) {
        return new Fault(
                name + " " + what,
                (site, caller) -> during(site, caller, true, () -> begin.accept(site), () -> end.accept(site)));
    }

    private void during(Site site, Caller caller, boolean felt, Runnable begin, Runnable end) {
        try (History.Open window = site.history().open(name, site.everywhere(), Set.of(intent), false)) {
            begin.run();
            if (felt) {
                all(site, caller, Call.Outcome.UNKNOWN);
            }
            end.run();
            all(site, caller, Call.Outcome.ACKNOWLEDGED);
        }
    }

    /** Each tenant has a part of the engine of its own, which may be back sooner than another's. */
    private void all(Site site, Caller caller, Call.Outcome wanted) {
        for (SiteNode node : site.nodes()) {
            for (TestTenant tenant : site.tenants()) {
                Site.soon()
                        .alias(intent + " at " + node + " is " + wanted)
                        .until(() ->
                                caller.call(node, tenant, intent, "thing-0").outcome() == wanted);
            }
        }
    }
}
