package io.plexica.authorization.internal.testing;

import io.plexica.spi.data.RoomMigrations;

/** As much of the identity room as this room's tables lead to. */
public final class UsersRoom implements RoomMigrations {

    @Override
    public String room() {
        return "identity";
    }

    @Override
    public String coreFolder() {
        return null;
    }

    @Override
    public String tenantFolder() {
        return "users";
    }
}
