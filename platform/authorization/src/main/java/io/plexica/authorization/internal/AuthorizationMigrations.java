package io.plexica.authorization.internal;

import io.plexica.spi.data.RoomMigrations;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/** The tables of roles and permissions in each tenant. */
@Component
public final class AuthorizationMigrations implements RoomMigrations {

    @Override
    public String room() {
        return "authorization";
    }

    @Override
    public List<String> after() {
        return List.of("tenancy", "identity");
    }

    @Override
    public @Nullable String coreFolder() {
        return null;
    }

    @Override
    public String tenantFolder() {
        return TENANT_FOLDER;
    }
}
