package io.plexica.itests.faults;

import io.plexica.itests.faults.Engine.Away;
import java.util.List;
import java.util.stream.Stream;

/** All that can go wrong. */
public final class Faults {

    private Faults() {}

    /** With what the second node begins. */
    public static Fault first() {
        return NodeFaults.startsWithNothing();
    }

    /** What the run of all tests has time for. */
    public static List<Fault> essential() {
        return List.of(
                HandlerFaults.misbehaving(),
                NodeFaults.killedInTheMiddle(Carrier.KAFKA),
                DatabaseFaults.awayFromOne(Away.CUT),
                DatabaseFaults.awayFromOne(Away.REFUSED),
                SearchFaults.away(Away.CUT),
                SearchFaults.away(Away.REFUSED),
                CacheFaults.away(Away.CUT),
                CacheFaults.away(Away.SLOW),
                CacheFaults.awayFromOne(),
                CacheFaults.killed(),
                CacheFaults.full(),
                StorageFaults.away(Away.CUT),
                StorageFaults.away(Away.SLOW),
                StorageFaults.killed(),
                StorageFaults.full(),
                HandlerFaults.deliveredTwice(),
                BrokerFaults.bothSend(),
                BrokerFaults.killed(),
                BrokerFaults.saidAgain(),
                BrokerFaults.changed(),
                NodeFaults.diskFull());
    }

    /** Those and all others, for those who have more time. */
    public static List<Fault> all() {
        Stream<Fault> more = Stream.of(
                NodeFaults.killedInTheMiddle(Carrier.MEMORY),
                NodeFaults.fallsSilentWhileItRelays(),
                BrokerFaults.away(Away.REFUSED),
                BrokerFaults.away(Away.CUT),
                BrokerFaults.away(Away.SWALLOWED),
                BrokerFaults.away(Away.SLOW),
                BrokerFaults.awayFromOne(),
                BrokerFaults.paused(),
                BrokerFaults.emptied(),
                BrokerFaults.full(),
                SearchFaults.away(Away.SWALLOWED),
                SearchFaults.away(Away.SLOW),
                SearchFaults.killed(),
                SearchFaults.full(),
                SearchFaults.paused(),
                CacheFaults.away(Away.REFUSED),
                CacheFaults.away(Away.SWALLOWED),
                CacheFaults.paused(),
                StorageFaults.away(Away.REFUSED),
                StorageFaults.away(Away.SWALLOWED),
                StorageFaults.paused(),
                DatabaseFaults.awayFromOne(Away.SWALLOWED),
                DatabaseFaults.awayFromOne(Away.SLOW),
                DatabaseFaults.killed(),
                DatabaseFaults.paused(),
                DatabaseFaults.full());
        return Stream.concat(essential().stream(), more).toList();
    }

    /** What takes a tool that is not everywhere, where it is there: done only by who asks for it. */
    public static List<Fault> onRequest() {
        return TurnedClock.isPossible() ? List.of(NodeFaults.clockJumps()) : List.of();
    }
}
