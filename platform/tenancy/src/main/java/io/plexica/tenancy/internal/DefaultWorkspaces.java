package io.plexica.tenancy.internal;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.tenancy.Workspaces;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The default workspace of each tenant, of which everybody is a member. */
@Component
public final class DefaultWorkspaces implements Workspaces {

    private final Database database;

    @Activate
    public DefaultWorkspaces(
            @Reference Database database, @Reference(target = "(plexica.room=tenancy)") SchemaReady schemaReady) {
        this.database = database;
    }

    @Override
    public List<Membership> of(String tenantSlug, UUID userId) {
        return database.tenant(tenantSlug, DefaultWorkspaces::read);
    }

    @Override
    public Membership enter(String tenantSlug, UUID userId, @Nullable UUID wanted, boolean everywhere) {
        return of(tenantSlug, userId).get(0);
    }

    @Override
    public List<WorkspaceInfo> all(String tenantSlug) {
        return of(tenantSlug, new UUID(0, 0)).stream()
                .map(Membership::workspace)
                .toList();
    }

    private static List<Membership> read(Connection connection) throws SQLException {
        List<Membership> found = new ArrayList<>();
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT id, slug, name FROM workspaces WHERE is_default");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                WorkspaceInfo workspace =
                        new WorkspaceInfo(row.getObject(1, UUID.class), row.getString(2), row.getString(3));
                found.add(new Membership(workspace, WorkspaceRole.MEMBER));
            }
        }
        return found;
    }
}
