package io.plexica.tenancy.internal.workspaces;

import io.plexica.spi.data.Database;
import io.plexica.spi.identity.UserListener;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes users who are removed out of all workspaces. */
@Component
public final class MembershipCleanup implements UserListener {

    private final Database database;
    private final MembershipCache places;

    @Activate
    public MembershipCleanup(@Reference Database database, @Reference MembershipCache places) {
        this.database = database;
        this.places = places;
    }

    @Override
    public void created(String tenantSlug, UUID userId) {}

    @Override
    public void removed(String tenantSlug, UUID userId) {
        database.tenant(tenantSlug, connection -> MemberStore.deleteAll(connection, userId));
        places.change(tenantSlug);
    }
}
