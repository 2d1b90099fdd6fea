package io.plexica.itests.faults.history;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Calls are answered, in time, and refused only while what they need is away, and then as the contract says. */
final class Answers {

    /** With all well, on a machine that is busy with everything else. */
    private static final Duration USUALLY = Duration.ofSeconds(20);

    /** With something away: the time to get a connection and some more. */
    private static final Duration AT_MOST = Duration.ofSeconds(50);

    private static final int UNAVAILABLE = 503;
    private static final Set<String> BY_DESIGN = Set.of("plugin-error");
    private static final Set<String> AWAY = Set.of("unavailable", "plugin-timeout", "rate-limited");

    private Answers() {}

    static void check(Story story, List<String> found) {
        for (Call call : story.calls()) {
            boolean excused = story.windows().stream().anyMatch(window -> window.excuses(call));
            boolean allowed =
                    excused && isAllowed(call) || story.windows().stream().anyMatch(window -> window.allows(call));
            if (!isAnswered(call) && !allowed) {
                found.add((excused ? "refused in a wrong way: " : "failed without need: ") + call);
            }
            Duration took = Duration.ofNanos(call.ended() - call.begun());
            if (took.compareTo(excused ? AT_MOST : USUALLY) > 0) {
                found.add("took too long: " + call);
            }
        }
    }

    private static boolean isAnswered(Call call) {
        return call.intent() == Intent.BREAK
                ? call.status() == 500 && BY_DESIGN.contains(call.code())
                : call.outcome() == Call.Outcome.ACKNOWLEDGED;
    }

    /** No answer at all, where a window allows that, or a refusal that says when to come again. */
    private static boolean isAllowed(Call call) {
        return call.isOfNobody() || call.status() == UNAVAILABLE || AWAY.contains(call.code());
    }
}
