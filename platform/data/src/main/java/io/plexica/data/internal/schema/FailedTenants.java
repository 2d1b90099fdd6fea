package io.plexica.data.internal.schema;

import io.plexica.data.internal.pool.SqlFailures;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The tenants that this node keeps out of service, and when each is tried again: ever later. Safe for all threads. */
final class FailedTenants {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 9;

    private final Map<String, Failure> failed = new ConcurrentHashMap<>();
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    private record Failure(int attempts, Instant next) {}

    void failed(String slug, Instant now) {
        failed.compute(slug, (key, before) -> {
            int attempts = before == null ? 1 : before.attempts() + 1;
            Duration pause = Duration.ofSeconds(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
            return new Failure(attempts, now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE));
        });
    }

    void worked(String slug) {
        failed.remove(slug);
        if (failed.isEmpty()) {
            told.clear();
        }
    }

    /** Whether a room's tables fail in a way in which they have not failed in any tenant since all were well. */
    boolean isNews(String room, Throwable failure) {
        SQLException sql = SqlFailures.find(failure);
        return told.add(room + " " + (sql == null ? failure.getClass().getName() : SqlFailures.state(sql)));
    }

    boolean has(String slug) {
        return failed.containsKey(slug);
    }

    Set<String> all() {
        return Set.copyOf(failed.keySet());
    }

    /** Those whose time has come, and those that somebody else has repaired. */
    List<String> due(Instant now, Set<String> stillRecorded) {
        return failed.entrySet().stream()
                .filter(one -> !one.getValue().next().isAfter(now) || !stillRecorded.contains(one.getKey()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
