package io.plexica.itests.faults;

import io.plexica.itests.faults.Engine.Away;
import io.plexica.itests.faults.history.Call;
import io.plexica.itests.faults.history.History;
import io.plexica.itests.faults.history.Intent;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** The database goes, from one node or from all. */
final class DatabaseFaults {

    private DatabaseFaults() {}

    /** The other node has nothing to do with it, unless a node that is silent holds what it had locked. */
    static Fault awayFromOne(Away how) {
        return new Fault("the database is " + how.name().toLowerCase(Locale.ROOT) + " for one node", (site, caller) -> {
            List<SiteNode> cut = List.of(site.two());
            List<Proxy> ways = List.of(site.two().database());
            boolean silent = how == Away.SWALLOWED || how == Away.SLOW;
            Set<String> excused = silent ? site.everywhere() : Set.of(site.two().name());
            try (History.Open window = site.history().open("database", excused, EnumSet.allOf(Intent.class), false)) {
                felt(site, caller, cut, how != Away.CUT, () -> Engine.take(how, ways), () -> Engine.giveBack(ways));
            }
        });
    }

    static Fault killed() {
        return everywhere("the database is killed", false, PostgresEngine::stop, PostgresEngine::start);
    }

    static Fault paused() {
        return everywhere("the database stands still", true, PostgresEngine::pause, PostgresEngine::resume);
    }

    /** It cannot write what it must before it answers; so it ends by itself, in the middle of everything. */
    static Fault full() {
        return everywhere("the database has a full disk", false, PostgresEngine::fill, PostgresEngine::start);
    }

    private static Fault everywhere(
            String name, boolean felt, Consumer<PostgresEngine> begin, Consumer<PostgresEngine> end) {
        return new Fault(name, (site, caller) -> {
            try (History.Open window =
                    site.history().open("database", site.everywhere(), EnumSet.allOf(Intent.class), false)) {
                felt(
                        site,
                        caller,
                        site.nodes(),
                        felt,
                        () -> begin.accept(site.postgres()),
                        () -> end.accept(site.postgres()));
            }
        });
    }

    private static void felt(
            Site site, Caller caller, List<SiteNode> nodes, boolean felt, Runnable begin, Runnable end) {
        begin.run();
        if (felt) {
            nodes.forEach(node -> change(site, caller, node, Call.Outcome.UNKNOWN));
        }
        end.run();
        nodes.forEach(node -> change(site, caller, node, Call.Outcome.ACKNOWLEDGED));
        nodes.forEach(Health::untilReady);
    }

    private static void change(Site site, Caller caller, SiteNode node, Call.Outcome wanted) {
        Site.soon()
                .alias("changing at " + node + " is " + wanted)
                .until(() -> caller.call(node, site.tenants().get(0), Intent.KEEP, "database")
                                .outcome()
                        == wanted);
    }
}
