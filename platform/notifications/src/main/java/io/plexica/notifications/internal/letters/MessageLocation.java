package io.plexica.notifications.internal.letters;

import io.plexica.spi.data.Database;
import io.plexica.spi.data.SqlWork;
import org.jspecify.annotations.Nullable;

/**
 * Where messages lie: in a tenant's schema, or in {@code core} for the platform's own people.
 *
 * @param tenant the slug; null for the platform
 */
public record MessageLocation(@Nullable String tenant) {

    <T> T with(Database database, SqlWork<T> work) {
        return tenant == null ? database.core(work) : database.tenant(tenant, work);
    }

    /** The full name of a table, since {@code core} is on nobody's search path. */
    public String table(String name) {
        return tenant == null ? "core." + name : name;
    }
}
