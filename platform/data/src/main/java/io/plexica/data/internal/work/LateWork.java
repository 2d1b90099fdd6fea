package io.plexica.data.internal.work;

import io.plexica.data.internal.pool.ReadTimeouts;
import io.plexica.spi.data.LateStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a unit of work writes last, in the order in which it came. For one thread. */
final class LateWork {

    /** Also where each is of another role, fewer statements than those after which the driver waits for answers in between. */
    private static final int MOST = 50;

    private static final int LONGEST = 1 << 20;

    private final List<Entry> entries = new ArrayList<>();
    private int length;

    private record Entry(DataRole role, LateStatement statement) {}

    void add(DataRole role, LateStatement statement) {
        entries.add(new Entry(role, statement));
        length += statement.length();
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Whether it is too much to be kept. */
    boolean isFull() {
        return entries.size() >= MOST || length >= LONGEST;
    }

    /** The role that the first of it needs. */
    DataRole firstRole() {
        return entries.get(0).role();
    }

    /**
     * Writes all of it, and commits: the last of it in the commit's own way to the server, which is not tried when that fails.
     * What comes before goes by itself, since the driver waits for all of one way together, and must never give up on a commit
     * that the server is still going to make.
     */
    void commit(Connection open, @Nullable DataRole active) throws SQLException {
        int last = entries.size() - 1;
        DataRole role = last == 0 ? active : send(open, active, entries.subList(0, last), "");
        // Two statements in one way. Whoever gets the connection next sets this anew.
        ReadTimeouts.limit(open, Duration.ofMillis(2L * open.getNetworkTimeout()));
        send(open, role, List.of(entries.get(last)), "COMMIT");
        clear();
    }

    /** Writes all of it; the role under which the transaction is then. */
    DataRole write(Connection open, @Nullable DataRole active) throws SQLException {
        DataRole role = send(open, active, entries, "");
        clear();
        return role;
    }

    private void clear() {
        entries.clear();
        length = 0;
    }

    private static DataRole send(Connection open, @Nullable DataRole active, List<Entry> entries, String end)
            throws SQLException {
        DataRole role = entries.get(0).role();
        StringBuilder sql = new StringBuilder(role.equals(active) ? "" : role.assume() + ";");
        for (Entry entry : entries) {
            if (!entry.role().equals(role)) {
                role = entry.role();
                sql.append(role.assume()).append(';');
            }
            sql.append(entry.statement().sql()).append(';');
        }
        try (PreparedStatement all = open.prepareStatement(sql.append(end).toString())) {
            int next = 1;
            for (Entry entry : entries) {
                next = entry.statement().bind(all, next);
            }
            all.execute();
        }
        return role;
    }
}
