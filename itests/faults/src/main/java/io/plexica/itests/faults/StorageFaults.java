package io.plexica.itests.faults;

import io.plexica.itests.faults.Engine.Away;
import io.plexica.itests.faults.history.Call;
import io.plexica.itests.faults.history.History;
import io.plexica.itests.faults.history.Intent;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The S3 server goes: calls that keep objects are refused, all others go on. */
final class StorageFaults {

    private StorageFaults() {}

    static Fault away(Away how) {
        List<Away> felt = List.of(Away.REFUSED, Away.SWALLOWED, Away.SLOW);
        return new Fault("s3 is " + how.name().toLowerCase(Locale.ROOT), (site, caller) -> {
            List<Proxy> ways = SiteNode.toS3(site.nodes());
            during(site, caller, felt.contains(how), () -> Engine.take(how, ways), () -> Engine.giveBack(ways));
        });
    }

    static Fault killed() {
        return new Fault(
                "s3 is killed", (site, caller) -> during(site, caller, true, site.s3()::stop, site.s3()::start));
    }

    static Fault paused() {
        return new Fault(
                "s3 stands still", (site, caller) -> during(site, caller, true, site.s3()::pause, site.s3()::resume));
    }

    private static void during(Site site, Caller caller, boolean felt, Runnable begin, Runnable end) {
        try (History.Open window = site.history().open("s3", site.everywhere(), Set.of(Intent.ATTACH), false)) {
            begin.run();
            if (felt) {
                site.nodes().forEach(node -> attach(site, caller, node, Call.Outcome.UNKNOWN));
            }
            end.run();
            site.nodes().forEach(node -> attach(site, caller, node, Call.Outcome.ACKNOWLEDGED));
        }
    }

    private static void attach(Site site, Caller caller, SiteNode node, Call.Outcome wanted) {
        Site.soon()
                .alias("attaching at " + node + " is " + wanted)
                .until(() -> caller.call(node, site.tenants().get(0), Intent.ATTACH, "thing-0")
                                .outcome()
                        == wanted);
    }
}
