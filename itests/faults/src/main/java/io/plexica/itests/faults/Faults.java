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
                NodeFaults.killedInTheMiddle(),
                DatabaseFaults.awayFromOne(Away.CUT),
                DatabaseFaults.awayFromOne(Away.REFUSED),
                HandlerFaults.deliveredTwice(),
                CacheFaults.away(Away.CUT),
                CacheFaults.away(Away.SLOW),
                CacheFaults.awayFromOne(),
                CacheFaults.killed(),
                CacheFaults.full(),
                StorageFaults.away(Away.CUT),
                StorageFaults.away(Away.SLOW),
                StorageFaults.killed());
    }

    /** Those and all others, for those who have more time. */
    public static List<Fault> all() {
        Stream<Fault> more = Stream.of(
                NodeFaults.fallsSilentWhileItRelays(),
                CacheFaults.away(Away.REFUSED),
                CacheFaults.away(Away.SWALLOWED),
                CacheFaults.paused(),
                StorageFaults.away(Away.REFUSED),
                StorageFaults.away(Away.SWALLOWED),
                StorageFaults.paused(),
                DatabaseFaults.awayFromOne(Away.SWALLOWED),
                DatabaseFaults.awayFromOne(Away.SLOW),
                DatabaseFaults.killed(),
                DatabaseFaults.paused());
        return Stream.concat(essential().stream(), more).toList();
    }
}
