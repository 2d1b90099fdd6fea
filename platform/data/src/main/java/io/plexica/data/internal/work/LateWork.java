package io.plexica.data.internal.work;

import io.plexica.spi.data.LateStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a unit of work writes last, in the order in which it came. For one thread. */
final class LateWork {

    /** Far fewer than those after which the driver would wait for answers in between. */
    private static final int MOST = 100;

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

    /** Writes all of it, and commits, in one way to the server; what fails keeps the rest from being tried. */
    void commit(Connection open, @Nullable DataRole active) throws SQLException {
        send(open, active, "COMMIT");
    }

    /** Writes all of it; the role under which the transaction is then. */
    DataRole write(Connection open, @Nullable DataRole active) throws SQLException {
        return send(open, active, "");
    }

    private DataRole send(Connection open, @Nullable DataRole active, String end) throws SQLException {
        DataRole role = firstRole();
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
        entries.clear();
        length = 0;
        return role;
    }
}
