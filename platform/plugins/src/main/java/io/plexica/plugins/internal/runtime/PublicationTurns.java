package io.plexica.plugins.internal.runtime;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who brings versions of which plugin in: one at a time for each id, from the first check to the moment at which the version
 * runs or is refused. Whoever has a turn may wait for the {@link PluginWorker}, so what runs there never waits for a turn.
 * Safe for all threads.
 */
final class PublicationTurns {

    private final Map<String, Line> lines = new ConcurrentHashMap<>();
    private final Duration patience;

    PublicationTurns(Duration patience) {
        this.patience = patience;
    }

    /**
     * Waits for the turn.
     *
     * @throws PlexicaException {@code unavailable} when others take too long
     */
    Turn take(String pluginId) {
        Line line = enter(pluginId);
        try {
            if (line.lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Turn(pluginId, line);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        leave(pluginId);
        throw new PlexicaException(
                ErrorCode.UNAVAILABLE,
                "A version of " + pluginId + " is still being started or taken back; try again in a while");
    }

    /** The turn, if nobody has it. */
    Optional<Turn> tryTake(String pluginId) {
        Line line = enter(pluginId);
        if (line.lock.tryLock()) {
            return Optional.of(new Turn(pluginId, line));
        }
        leave(pluginId);
        return Optional.empty();
    }

    /** How many plugins somebody is at, or waits for. */
    int size() {
        return lines.size();
    }

    private Line enter(String pluginId) {
        return lines.compute(pluginId, (id, present) -> {
            Line line = present == null ? new Line() : present;
            line.people++;
            return line;
        });
    }

    private void leave(String pluginId) {
        lines.computeIfPresent(pluginId, (id, line) -> --line.people == 0 ? null : line);
    }

    /** Those who are at a plugin; their number changes only within the map. */
    private static final class Line {

        private final ReentrantLock lock = new ReentrantLock(true);
        private int people;
    }

    /** A turn, which ends on the thread that took it. */
    final class Turn implements AutoCloseable {

        private final String pluginId;
        private final Line line;

        private Turn(String pluginId, Line line) {
            this.pluginId = pluginId;
            this.line = line;
        }

        @Override
        public void close() {
            line.lock.unlock();
            leave(pluginId);
        }
    }
}
