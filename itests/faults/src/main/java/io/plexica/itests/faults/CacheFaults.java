package io.plexica.itests.faults;

import io.plexica.itests.faults.Engine.Away;
import io.plexica.itests.faults.history.Call;
import io.plexica.itests.faults.history.Intent;
import java.util.List;
import java.util.Locale;

/** Redis goes: nobody may notice but those who look at the health. */
final class CacheFaults {

    private static final String CHECK = "cache";

    private CacheFaults() {}

    static Fault away(Away how) {
        return new Fault("redis is " + how.name().toLowerCase(Locale.ROOT), (site, caller) -> {
            List<Proxy> ways = SiteNode.toRedis(site.nodes());
            Engine.take(how, ways);
            unnoticed(site, caller, how != Away.CUT);
            Engine.giveBack(ways);
            healthy(site);
        });
    }

    /** One node counts and remembers for itself, the other one goes on with Redis. */
    static Fault awayFromOne() {
        return new Fault("redis is away from one node alone", (site, caller) -> {
            site.two().redis().swallow();
            Health.until(site.two(), CHECK, false);
            work(site, caller);
            site.two().redis().flow();
            healthy(site);
        });
    }

    static Fault killed() {
        return new Fault("redis is killed, and comes back empty", (site, caller) -> {
            site.redis().stop();
            unnoticed(site, caller, true);
            site.redis().start();
            healthy(site);
        });
    }

    static Fault paused() {
        return new Fault("redis stands still", (site, caller) -> {
            site.redis().pause();
            unnoticed(site, caller, true);
            site.redis().resume();
            healthy(site);
        });
    }

    static Fault full() {
        return new Fault("redis is full and drops nothing", (site, caller) -> {
            site.redis().fill();
            unnoticed(site, caller, true);
            site.redis().empty();
            work(site, caller);
        });
    }

    private static void unnoticed(Site site, Caller caller, boolean shown) {
        work(site, caller);
        if (shown) {
            site.nodes().forEach(node -> Health.until(node, CHECK, false));
        }
        work(site, caller);
    }

    private static void healthy(Site site) {
        site.nodes().forEach(node -> Health.until(node, CHECK, true));
    }

    /** Everybody changes, and reads what they changed. */
    private static void work(Site site, Caller caller) {
        for (SiteNode node : site.nodes()) {
            for (int i = 0; i < 5; i++) {
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
