package io.plexica.notifications.internal.letters;

import io.plexica.spi.data.RoomMigrations;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one table of the tenants' room to which a key leads. */
public final class TenantsRoom implements RoomMigrations {

    @Override
    public String room() {
        return "tenancy";
    }

    @Override
    public List<String> after() {
        return List.of();
    }

    @Override
    public String coreFolder() {
        return "tenants";
    }

    @Override
    public @Nullable String tenantFolder() {
        return null;
    }
}
