package io.plexica.identity.internal;

import io.plexica.spi.data.RoomMigrations;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** The tables of super admins and revocations in {@code core} and of users in each tenant. */
@Component
public final class IdentityMigrations implements RoomMigrations {

    @Override
    public String room() {
        return "identity";
    }

    @Override
    public List<String> after() {
        return List.of("tenancy");
    }

    @Override
    public String tenantFolder() {
        return TENANT_FOLDER;
    }

    /** Links that set a password are their bearers' alone. */
    @Override
    public Set<String> tablesLeftBehind() {
        return Set.of("account_links");
    }
}
