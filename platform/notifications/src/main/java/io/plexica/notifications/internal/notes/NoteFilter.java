package io.plexica.notifications.internal.notes;

import io.plexica.api.notifications.Notification.Severity;
import io.plexica.api.rest.PageQuery;
import io.plexica.spi.data.Sql;
import io.plexica.spi.web.Checks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which notifications somebody wants to see.
 *
 * @param unread only those that were not read
 * @param severity only those of this one, in any letters; null for all
 * @param source only those of this plugin, or of the platform, which is {@code core}; null for all
 */
public record NoteFilter(
        boolean unread, @Nullable String severity, @Nullable String source) {

    private static final List<String> SEVERITIES =
            Arrays.stream(Severity.values()).map(Severity::name).toList();

    /** Takes what a caller says; no text is no wish. */
    public NoteFilter {
        severity =
                severity == null || severity.isBlank() ? null : severity.strip().toUpperCase(Locale.ROOT);
        source = source == null || source.isBlank() ? null : source.strip();
        if (severity != null) {
            new Checks().oneOf("/severity", severity, SEVERITIES).done();
        }
    }

    /** Those, as SQL. */
    String sql() {
        return " WHERE words ILIKE ?"
                + (unread ? " AND read_at IS NULL" : "")
                + (severity == null ? "" : " AND severity = ?")
                + (source == null ? "" : " AND coalesce(plugin_id, 'core') = ?");
    }

    /** What fills the gaps of that. */
    Object[] values(PageQuery paging) {
        List<Object> values = new ArrayList<>();
        values.add(Sql.anywhere(paging.text()));
        if (severity != null) {
            values.add(severity);
        }
        if (source != null) {
            values.add(source);
        }
        return values.toArray();
    }
}
