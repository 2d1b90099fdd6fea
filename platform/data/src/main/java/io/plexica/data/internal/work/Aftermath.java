package io.plexica.data.internal.work;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is to happen once a unit of work has ended, one way or the other. What it throws goes to the log. For one thread. */
final class Aftermath {

    private static final Logger LOG = LoggerFactory.getLogger(Aftermath.class);

    private final List<Runnable> ofCommit = new ArrayList<>();
    private final List<Runnable> ofRollback = new ArrayList<>();

    void afterCommit(Runnable action) {
        ofCommit.add(action);
    }

    void afterRollback(Runnable action) {
        ofRollback.add(action);
    }

    /** All of it was committed. */
    void committed() {
        run(ofCommit);
    }

    /** All of it was rolled back, or part of it: what was to happen then concerns what may be gone already. */
    void rolledBack() {
        run(ofRollback);
    }

    private static void run(List<Runnable> actions) {
        List<Runnable> due = List.copyOf(actions);
        actions.clear();
        due.forEach(Aftermath::runSafely);
    }

    static void runSafely(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.error("What was to follow a unit of work failed", e);
        }
    }
}
