package io.plexica.itests.faults.history;

import java.util.List;

/**
 * All that callers saw.
 *
 * @param calls what they asked and were told
 * @param windows when some of them may have failed
 */
public record Story(List<Call> calls, List<Window> windows) {

    public Story {
        calls = List.copyOf(calls);
        windows = List.copyOf(windows);
    }
}
