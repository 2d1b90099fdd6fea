package io.plexica.jobs.internal;

import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.osgi.service.component.annotations.Component;

/** Lets whoever brings jobs to their handlers know that there is something to do on this node. Only a hint. Safe for all threads. */
@Component(service = RunnerWakeup.class)
public final class RunnerWakeup {

    private final Set<Runnable> sleepers = new CopyOnWriteArraySet<>();

    /** There may be something to do. Returns at once. */
    public void up() {
        sleepers.forEach(Runnable::run);
    }

    /** Runs this, which must return at once, whenever there may be something to do. */
    public void add(Runnable sleeper) {
        sleepers.add(sleeper);
    }

    /** Does so no more. */
    public void remove(Runnable sleeper) {
        sleepers.remove(sleeper);
    }
}
