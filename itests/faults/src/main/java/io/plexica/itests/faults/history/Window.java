package io.plexica.itests.faults.history;

import java.util.Set;

/**
 * A time in which calls may fail, since what they cannot do without was away.
 *
 * @param fault what was done
 * @param nodes where
 * @param excused which calls
 * @param unanswered whether nobody may be there to answer, since the node itself is away
 * @param codes what calls may be refused with beside what the contract says of things that are away
 * @param begun, ended moments by {@link System#nanoTime}
 */
public record Window(
        String fault,
        Set<String> nodes,
        Set<Intent> excused,
        boolean unanswered,
        Set<String> codes,
        long begun,
        long ended) {

    public Window {
        nodes = Set.copyOf(nodes);
        excused = Set.copyOf(excused);
        codes = Set.copyOf(codes);
    }

    /** In which calls are refused as when something is away. */
    public Window(String fault, Set<String> nodes, Set<Intent> excused, boolean unanswered, long begun, long ended) {
        this(fault, nodes, excused, unanswered, Set.of(), begun, ended);
    }

    /** Whether it is one of those, and this is said of it here alone. */
    boolean allows(Call call) {
        return excuses(call) && codes.contains(call.code());
    }

    /** Whether a call was under way in it, and is one of those. */
    boolean excuses(Call call) {
        return nodes.contains(call.node())
                && excused.contains(call.intent())
                && (!call.isOfNobody() || unanswered)
                && call.begun() - ended <= 0
                && begun - call.ended() <= 0;
    }
}
