package io.plexica.search.internal;

import io.plexica.spi.data.RoomMigrations;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/** The tables of indexes and of changes in {@code core}. */
@Component
public final class SearchMigrations implements RoomMigrations {

    @Override
    public String room() {
        return "search";
    }

    @Override
    public List<String> after() {
        return List.of();
    }

    @Override
    public String coreFolder() {
        return "META-INF/plexica/core";
    }

    @Override
    public @Nullable String tenantFolder() {
        return null;
    }
}
