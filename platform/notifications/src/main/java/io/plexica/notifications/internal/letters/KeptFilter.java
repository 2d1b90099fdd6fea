package io.plexica.notifications.internal.letters;

/** Which messages are shown to those who may pass them on. */
final class KeptFilter {

    private KeptFilter() {}

    static String sql(boolean unread) {
        return "WHERE m.status IN ('KEPT', 'FAILED') AND (m.subject ILIKE ? OR m.recipient ILIKE ?)"
                + (unread ? " AND r.read_at IS NULL" : "");
    }
}
