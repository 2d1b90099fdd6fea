package io.plexica.testkit;

import io.plexica.api.analytics.Usage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Remembers what was counted in units of work that have committed; each test begins with nothing. Safe for all threads. */
public final class RecordedUsage implements Usage {

    private static final Pattern ACTION = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    private final List<String> actions = new CopyOnWriteArrayList<>();
    private final Consumer<Runnable> afterCommit;

    RecordedUsage(Consumer<Runnable> afterCommit) {
        this.afterCommit = afterCommit;
    }

    @Override
    public void track(String action) {
        if (!ACTION.matcher(action).matches()) {
            throw new IllegalArgumentException(
                    "'" + action + "' is no action: up to 64 lower-case letters, digits, dots,"
                            + " hyphens and underscores, such as contact-exported");
        }
        afterCommit.accept(() -> actions.add(action));
    }

    /** The actions counted, in order. */
    public List<String> actions() {
        return List.copyOf(actions);
    }

    void clear() {
        actions.clear();
    }
}
