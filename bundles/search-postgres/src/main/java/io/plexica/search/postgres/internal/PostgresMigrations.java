package io.plexica.search.postgres.internal;

import io.plexica.spi.data.RoomMigrations;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/** The table of documents in each tenant. */
@Component
public final class PostgresMigrations implements RoomMigrations {

    @Override
    public String room() {
        return "search-postgres";
    }

    @Override
    public @Nullable String coreFolder() {
        return null;
    }

    @Override
    public String tenantFolder() {
        return TENANT_FOLDER;
    }

    /** What can be found is made anew of what there is. */
    @Override
    public Set<String> tablesLeftBehind() {
        return Set.of("search_documents");
    }
}
