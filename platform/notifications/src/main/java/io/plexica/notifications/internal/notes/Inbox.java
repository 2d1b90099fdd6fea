package io.plexica.notifications.internal.notes;

import io.plexica.notifications.internal.letters.MessageLocation;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SqlWork;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where one person finds what they are told.
 *
 * @param tenant the slug; null for a super admin who names none
 * @param kept whether messages that could not be mailed are among it, since this person may pass them on
 */
public record Inbox(@Nullable String tenant, UUID user, boolean kept) {

    /** Reads under the role that sees no other tenant's. */
    <T> T read(Database database, SqlWork<T> work) {
        return tenant == null ? database.core(work) : database.tenant(tenant, work);
    }

    /** Where the messages lie. */
    MessageLocation box() {
        return new MessageLocation(tenant);
    }
}
