package io.plexica.tenancy.internal;

import io.plexica.spi.data.RoomMigrations;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** The tables of tenants in {@code core} and of workspaces in each tenant. */
@Component
public final class TenancyMigrations implements RoomMigrations {

    @Override
    public String room() {
        return "tenancy";
    }

    @Override
    public List<String> after() {
        return List.of("audit");
    }

    @Override
    public String tenantFolder() {
        return TENANT_FOLDER;
    }
}
