package io.plexica.itests.faults;

import io.plexica.itests.faults.Engine.Away;
import io.plexica.itests.faults.history.Call;
import io.plexica.itests.faults.history.History;
import io.plexica.itests.faults.history.Intent;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The database goes, from one node or from all. */
final class DatabaseFaults {

    private DatabaseFaults() {}

    /** The other node has nothing to do with it. */
    static Fault awayFromOne(Away how) {
        return new Fault("the database is " + how.name().toLowerCase(Locale.ROOT) + " for one node", (site, caller) -> {
            List<Proxy> ways = List.of(site.two().database());
            during(
                    site,
                    caller,
                    List.of(site.two()),
                    how != Away.CUT,
                    () -> Engine.take(how, ways),
                    () -> Engine.giveBack(ways));
        });
    }

    static Fault killed() {
        return new Fault(
                "the database is killed",
                (site, caller) ->
                        during(site, caller, site.nodes(), false, site.postgres()::stop, site.postgres()::start));
    }

    static Fault paused() {
        return new Fault(
                "the database stands still",
                (site, caller) ->
                        during(site, caller, site.nodes(), true, site.postgres()::pause, site.postgres()::resume));
    }

    private static void during(
            Site site, Caller caller, List<SiteNode> nodes, boolean felt, Runnable begin, Runnable end) {
        Set<String> names = Set.copyOf(nodes.stream().map(SiteNode::name).toList());
        try (History.Open window = site.history().open("database", names, EnumSet.allOf(Intent.class), false)) {
            begin.run();
            if (felt) {
                nodes.forEach(node -> change(site, caller, node, Call.Outcome.UNKNOWN));
            }
            end.run();
            nodes.forEach(node -> change(site, caller, node, Call.Outcome.ACKNOWLEDGED));
            nodes.forEach(Health::untilReady);
        }
    }

    private static void change(Site site, Caller caller, SiteNode node, Call.Outcome wanted) {
        Site.soon()
                .alias("changing at " + node + " is " + wanted)
                .until(() -> caller.call(node, site.tenants().get(0), Intent.KEEP, "database")
                                .outcome()
                        == wanted);
    }
}
