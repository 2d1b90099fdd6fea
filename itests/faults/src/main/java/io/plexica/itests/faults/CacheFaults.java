package io.plexica.itests.faults;

import io.plexica.itests.faults.Engine.Away;
import io.plexica.itests.faults.SiteNode.Ways;
import java.util.List;
import java.util.Locale;

/** Redis goes: nobody may notice but those who look at the health. */
final class CacheFaults {

    private static final String CHECK = "cache";

    private CacheFaults() {}

    static Fault away(Away how) {
        return new Fault("redis is " + how.name().toLowerCase(Locale.ROOT), (site, caller) -> {
            List<Proxy> ways = SiteNode.to(Ways::redis, site.nodes());
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
            Work.goesOn(site, caller);
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
            Work.goesOn(site, caller);
        });
    }

    private static void unnoticed(Site site, Caller caller, boolean shown) {
        Work.goesOn(site, caller);
        if (shown) {
            site.nodes().forEach(node -> Health.until(node, CHECK, false));
        }
        Work.goesOn(site, caller);
    }

    private static void healthy(Site site) {
        site.nodes().forEach(node -> Health.until(node, CHECK, true));
    }
}
