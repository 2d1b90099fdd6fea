package io.plexica.search.internal;

import io.plexica.spi.data.RoomMigrations;
import org.osgi.service.component.annotations.Component;

/** The tables of indexes and of changes in {@code core}. */
@Component
public final class SearchMigrations implements RoomMigrations {

    @Override
    public String room() {
        return "search";
    }
}
