package io.plexica.identity.internal.users;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.authorization.Authorization;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.data.Sql;
import io.plexica.spi.identity.Users;
import io.plexica.spi.tenancy.ProvisioningStep;
import io.plexica.spi.tenancy.TenantSpec;
import io.plexica.spi.tenancy.Tenants.NewAdmin;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A tenant's first admin. */
@Component
public final class AdminStep implements ProvisioningStep {

    private final Users users;
    private final Database database;

    @Activate
    public AdminStep(
            @Reference Users users,
            @Reference Database database,
            @Reference(target = "(plexica.room=identity)") SchemaReady schemaReady) {
        this.users = users;
        this.database = database;
    }

    @Override
    public String name() {
        return "admin";
    }

    /** Such a tenant has its people. */
    @Override
    public boolean isNeededByImports() {
        return false;
    }

    @Override
    public void apply(TenantSpec tenant) {
        NewAdmin admin = tenant.admin();
        if (admin != null) {
            create(tenant.slug(), admin);
        } else if (!hasAnybody(tenant.slug())) {
            throw new PlexicaException(
                    ErrorCode.UNAVAILABLE,
                    "The platform stopped before the first admin was made; create the tenant again");
        }
    }

    /** What is wrong with the admin is wrong with that member of the tenant that somebody wants. */
    private void create(String slug, NewAdmin admin) {
        try {
            users.create(
                    slug,
                    admin.email(),
                    admin.firstName(),
                    admin.lastName(),
                    admin.password(),
                    Set.of(Authorization.ADMIN));
        } catch (PlexicaException e) {
            if (e.code() != ErrorCode.VALIDATION_FAILED) {
                throw e;
            }
            PlexicaException there = PlexicaException.validation(e.errors().stream()
                    .map(error -> new FieldError("/admin" + error.pointer(), error.message()))
                    .toList());
            throw new PlexicaException(there.code(), there.detail(), e).withErrors(there.errors());
        }
    }

    /** Nothing to do: the admin goes with the tenant's realm and schema. */
    @Override
    public void undo(TenantSpec tenant) {}

    private boolean hasAnybody(String slug) {
        return database.tenant(slug, connection -> Sql.count(connection, "SELECT count(*) FROM users")) > 0;
    }
}
