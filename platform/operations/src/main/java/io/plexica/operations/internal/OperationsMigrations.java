package io.plexica.operations.internal;

import io.plexica.spi.data.RoomMigrations;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** The table of operations in {@code core}. */
@Component
public final class OperationsMigrations implements RoomMigrations {

    @Override
    public String room() {
        return "operations";
    }

    @Override
    public List<String> after() {
        return List.of("tenancy");
    }
}
