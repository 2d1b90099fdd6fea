package io.plexica.itests.faults;

import io.plexica.itests.faults.Engine.Away;
import io.plexica.itests.faults.SiteNode.Ways;
import io.plexica.itests.faults.history.Intent;
import java.util.List;
import java.util.Locale;

/** Kafka goes: events wait, and nobody else. Afterwards they go on, each once in effect. */
final class BrokerFaults {

    private static final String CHECK = "events";
    private static final int TURNS = 5;

    private BrokerFaults() {}

    static Fault away(Away how) {
        return new Fault("kafka is " + how.name().toLowerCase(Locale.ROOT), (site, caller) -> {
            List<Proxy> ways = SiteNode.to(Ways::kafka, site.nodes());
            Engine.take(how, ways);
            unnoticed(site, caller, how != Away.CUT);
            Engine.giveBack(ways);
            moves(site, caller);
        });
    }

    /** The other node sends, and both hear; the groups find out that one of them is gone. */
    static Fault awayFromOne() {
        return new Fault("kafka is away from one node alone", (site, caller) -> {
            Proxy way = site.two().ways().kafka();
            way.swallow();
            Work.goesOn(site, caller);
            Health.until(site.two(), CHECK, false);
            handled(site, caller, site.two());
            way.flow();
            moves(site, caller);
        });
    }

    static Fault killed() {
        return new Fault("kafka is killed", (site, caller) -> {
            site.kafka().stop();
            unnoticed(site, caller, true);
            site.kafka().start();
            moves(site, caller);
        });
    }

    static Fault paused() {
        return new Fault("kafka stands still", (site, caller) -> {
            site.kafka().pause();
            unnoticed(site, caller, true);
            site.kafka().resume();
            moves(site, caller);
        });
    }

    /** What it had taken and not brought yet comes from the database, once its time is over. */
    static Fault emptied() {
        return new Fault("kafka comes back empty", (site, caller) -> {
            site.kafka().stop();
            Work.goesOn(site, caller);
            site.kafka().lose();
            site.kafka().start();
            moves(site, caller);
        });
    }

    /** A broker whose only disk is full ends. */
    static Fault full() {
        return new Fault("kafka has a full disk", (site, caller) -> {
            site.kafka().fill();
            Site.soon().alias("kafka has ended").until(() -> {
                Work.goesOn(site, caller);
                return !site.kafka().isAlive();
            });
            unnoticed(site, caller, true);
            site.kafka().start();
            moves(site, caller);
        });
    }

    /** Each node believes again and again that it is the one that sends: so two send the same, and not in the same order. */
    static Fault bothSend() {
        return new Fault("two nodes send the same events", (site, caller) -> {
            for (int i = 0; i < TURNS; i++) {
                site.behind().freeLease();
                Work.goesOn(site, caller);
            }
        });
    }

    /** Somebody writes all that there is once more, the last first. */
    static Fault saidAgain() {
        return new Fault("all events come again, in reverse order", (site, caller) -> {
            Echoes echoes = new Echoes(site.kafka().address());
            Work.goesOn(site, caller);
            echoes.again("." + LedgerPlugin.CHANGED);
            moves(site, caller);
        });
    }

    /** Kafka is given up for the database, with events on their way, and taken again. */
    static Fault changed() {
        return new Fault("kafka is given up and taken again", (site, caller) -> {
            Work.goesOn(site, caller);
            Carrier.MEMORY.choose(site);
            Work.goesOn(site, caller);
            handled(site, caller, site.two());
            Carrier.KAFKA.choose(site);
            moves(site, caller);
        });
    }

    private static void unnoticed(Site site, Caller caller, boolean shown) {
        Work.goesOn(site, caller);
        if (shown) {
            site.nodes().forEach(node -> Health.until(node, CHECK, false));
        }
        Work.goesOn(site, caller);
    }

    private static void moves(Site site, Caller caller) {
        site.nodes().forEach(node -> handled(site, caller, node));
        site.nodes().forEach(node -> Health.until(node, CHECK, true));
    }

    static void handled(Site site, Caller caller, SiteNode node) {
        String op = caller.op(Intent.STUMBLE);
        caller.call(node, site.tenants().get(0), Intent.STUMBLE, "moving", op);
        Latches latches = new Latches(site.folder());
        Site.soon()
                .alias("what was said at " + node + " is heard")
                .until(() -> !latches.entered(op).isEmpty());
    }
}
