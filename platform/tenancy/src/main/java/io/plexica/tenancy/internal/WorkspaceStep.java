package io.plexica.tenancy.internal;

import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.data.Sql;
import io.plexica.spi.tenancy.ProvisioningStep;
import io.plexica.spi.tenancy.TenantSpec;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives a tenant the workspace in which everybody works who names none. */
@Component
public final class WorkspaceStep implements ProvisioningStep {

    private final Database database;

    @Activate
    public WorkspaceStep(
            @Reference Database database, @Reference(target = "(plexica.room=tenancy)") SchemaReady schemaReady) {
        this.database = database;
    }

    @Override
    public String name() {
        return "workspace";
    }

    @Override
    public Optional<Set<String>> needs() {
        return Optional.of(Set.of("schema"));
    }

    /** Such a tenant has its workspaces. */
    @Override
    public boolean isNeededByImports() {
        return false;
    }

    @Override
    public void apply(TenantSpec tenant) {
        database.tenant(
                tenant.slug(),
                connection -> Sql.update(
                        connection,
                        "INSERT INTO workspaces (name, slug, is_default) VALUES ('Default', 'default', true)"
                                + " ON CONFLICT DO NOTHING"));
    }

    /** Its rows go with the tenant's schema. */
    @Override
    public void undo(TenantSpec tenant) {}
}
