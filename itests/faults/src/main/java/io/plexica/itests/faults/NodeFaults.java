package io.plexica.itests.faults;

import io.plexica.itests.faults.Engine.Away;
import io.plexica.itests.faults.history.Call;
import io.plexica.itests.faults.history.History;
import io.plexica.itests.faults.history.Intent;
import io.plexica.itests.support.Servers.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A node starts where nothing is there yet, or ends in the middle of everything. */
final class NodeFaults {

    private static final int LATCHED = 3;
    private static final Set<Intent> NEEDS_ENGINES = EnumSet.of(Intent.ATTACH, Intent.FIND);

    private NodeFaults() {}

    /** The second node starts without any of them; it works once the database is there. */
    static Fault startsWithNothing() {
        return new Fault("every engine is away when a node starts", (site, caller) -> {
            SiteNode two = site.two();
            Engine.take(Away.REFUSED, two.ways().all());
            Process up = two.platform().start("up");
            Site.soon()
                    .ignoreExceptions()
                    .until(() -> two.platform().http().get("/health/live").status() == 200);
            two.database().flow();
            Health.untilReady(two);
            Site.soon().until(() -> !up.isAlive());
            try (History.Open window =
                    site.history().open("no keys yet", Set.of(two.name()), EnumSet.allOf(Intent.class), false)) {
                knowsEverybody(site, caller);
            }
            try (History.Open window = site.history().open("no engine yet", Set.of(two.name()), NEEDS_ENGINES, false)) {
                for (Intent intent : List.of(Intent.KEEP, Intent.READ, Intent.BREAK, Intent.ATTACH, Intent.FIND)) {
                    caller.call(two, site.tenants().get(0), intent, "thing-0");
                }
                Engine.giveBack(two.ways().all());
                for (String part : List.of("cache", "storage", "search", "events")) {
                    Health.until(two, part, true);
                }
            }
        });
    }

    /**
     * One kill hits three at once: events that were committed and not relayed, events for which deliveries had been made and
     * which were not yet marked as relayed, and a handler that had written and not committed.
     */
    static Fault killedInTheMiddle(Carrier carrier) {
        String how = carrier == Carrier.KAFKA ? " by kafka" : "";
        return new Fault(
                "a node is killed between commit, relay" + how + ", mark and the end of a handler", (site, caller) -> {
                    carrier.choose(site);
                    SiteNode two = site.two();
                    Latches latches = new Latches(site.folder());
                    try (History.Open window =
                            site.history().open("killed", Set.of(two.name()), EnumSet.allOf(Intent.class), true)) {
                        List<String> latched = latch(site, caller, latches);
                        RelayMoments.betweenPublishAndMark(site, caller, () -> {
                            Site.soon()
                                    .alias("a handler is at work on node two")
                                    .until(() -> latched.stream().anyMatch(op -> isHandling(two, latches.entered(op))));
                            two.platform().servers().kill(Kind.PLATFORM);
                        });
                        latched.forEach(latches::open);
                        two.platform().up();
                        Health.untilReady(two);
                        knowsEverybody(site, caller);
                    }
                    Carrier.KAFKA.choose(site);
                });
    }

    /** It works on, since what it has to keep it keeps elsewhere; but what is uploaded it writes down before it passes it on. */
    static Fault diskFull() {
        return new Fault("a node has a full disk", (site, caller) -> {
            SiteNode two = site.two();
            long pid =
                    two.platform().servers().find(Kind.PLATFORM).orElseThrow().pid();
            try (History.Open window = site.history().open("disk", Set.of(two.name()), Set.of(Intent.ATTACH), false)) {
                Signal.fillDisk(pid);
                Work.goesOn(site, caller);
                Signal.emptyDisk(pid);
            }
        });
    }

    /**
     * A node's clock is hours off, ahead and then behind: it refuses tokens, which live by it, and otherwise does what it did, in the
     * order and as often as before, since all that is shared goes by the database's clock.
     */
    static Fault clockJumps() {
        return new Fault("the clock of a node jumps", (site, caller) -> {
            SiteNode two = site.two();
            TurnedClock clock = new TurnedClock(site.folder());
            try (History.Open window = site.history().openRefusing("clock", two.name(), "unauthenticated")) {
                two.platform().servers().kill(Kind.PLATFORM);
                clock.on(two.platform()).up();
                Health.untilReady(two);
                for (String by : List.of("+3h", "-3h", "+0")) {
                    clock.turn(by);
                    int wanted = by.equals("+0") ? 200 : 401;
                    Site.soon()
                            .alias("the clock of node two is " + by)
                            .until(() -> caller.call(two, site.tenants().get(0), Intent.READ, "thing-0")
                                            .status()
                                    == wanted);
                    BrokerFaults.handled(site, caller, site.one());
                }
                two.platform().servers().kill(Kind.PLATFORM);
                two.platform().up();
                Health.untilReady(two);
                knowsEverybody(site, caller);
            }
        });
    }

    /**
     * A node that has just started asks the identity server for the keys of whoever calls first, and says 503 where that takes longer
     * than it waits, as on a machine that is busy with everything else.
     */
    private static void knowsEverybody(Site site, Caller caller) {
        site.tenants()
                .forEach(tenant -> Site.soon()
                        .alias("node two knows the keys of " + tenant.slug())
                        .until(() -> caller.call(site.two(), tenant, Intent.KEEP, "thing-0")
                                        .outcome()
                                == Call.Outcome.ACKNOWLEDGED));
    }

    private static List<String> latch(Site site, Caller caller, Latches latches) {
        List<String> latched = new ArrayList<>();
        for (int i = 0; i < LATCHED; i++) {
            String op = caller.op(Intent.LATCHED);
            latches.shut(op);
            latched.add(op);
            caller.call(site.two(), site.tenants().get(0), Intent.LATCHED, "latched-" + i, op);
            caller.call(site.two(), site.tenants().get(0), Intent.KEEP, "latched-" + i);
        }
        Site.soon()
                .until(() ->
                        latched.stream().noneMatch(op -> latches.entered(op).isEmpty()));
        return latched;
    }

    /** Nothing moves that the silent node had under way; the other node takes over, and neither loses anything. */
    static Fault fallsSilentWhileItRelays() {
        return new Fault("a node falls silent while it relays events", (site, caller) -> {
            // Others wait for what the silent node had locked.
            try (History.Open window =
                    site.history().open("silent", site.everywhere(), EnumSet.allOf(Intent.class), false)) {
                RelayMoments.betweenPublishAndMark(site, caller, site.two().database()::swallow);
                String op = caller.op(Intent.STUMBLE);
                caller.call(site.one(), site.tenants().get(0), Intent.STUMBLE, "silent", op);
                Latches latches = new Latches(site.folder());
                Site.soon()
                        .alias("the other node relays")
                        .until(() -> !latches.entered(op).isEmpty());
                site.two().database().flow();
                Health.untilReady(site.two());
            }
        });
    }

    private static boolean isHandling(SiteNode node, List<String> entered) {
        return entered.get(entered.size() - 1).contains(node.platform().home().toString());
    }
}
