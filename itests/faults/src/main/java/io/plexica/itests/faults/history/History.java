package io.plexica.itests.faults.history;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Collects what callers see. Safe for all threads. */
public final class History {

    private final ConcurrentLinkedQueue<Call> calls = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Window> windows = new ConcurrentLinkedQueue<>();

    public void add(Call call) {
        calls.add(call);
    }

    /** Something goes away. Close what this returns when it has been seen to be back. */
    public Open open(String fault, Set<String> nodes, Set<Intent> excused, boolean unanswered) {
        long begun = System.nanoTime();
        return () -> windows.add(new Window(fault, nodes, excused, unanswered, begun, System.nanoTime()));
    }

    /** A node goes away and comes back, and may refuse all calls with this code meanwhile. */
    public Open openRefusing(String fault, String node, String code) {
        long begun = System.nanoTime();
        return () -> windows.add(new Window(
                fault, Set.of(node), EnumSet.allOf(Intent.class), true, Set.of(code), begun, System.nanoTime()));
    }

    /** What has happened so far. */
    public Story story() {
        return new Story(calls(), new ArrayList<>(windows));
    }

    public List<Call> calls() {
        return new ArrayList<>(calls);
    }

    /** A window that is open. */
    @FunctionalInterface
    public interface Open extends AutoCloseable {

        /** It is over. */
        @Override
        void close();
    }
}
