package io.plexica.events.internal.store;

import io.plexica.spi.backup.PartReader;
import io.plexica.spi.backup.PartWriter;
import io.plexica.spi.backup.TenantPart;
import io.plexica.spi.backup.TenantRows;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.data.TenantSnapshot;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantSpec;
import java.io.IOException;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The histories of a tenant that is taken elsewhere. They belong to the roles of plugins, and go with these. */
@Component
public final class HistoriesPart implements TenantPart {

    private static final TenantRows ROWS = new TenantRows(
            "histories.jsonl",
            "SELECT jsonb_build_object('plugin', r.plugin_id, 'type', h.type, 'aggregate', h.aggregate_id, 'sequence',"
                    + " h.sequence, 'name', h.name, 'payload', h.payload, 'user', h.user_id, 'at', h.at)::text"
                    + " FROM core.events_histories h JOIN core.data_roles r ON r.role_name = h.role_name"
                    + " WHERE r.tenant_slug = ?",
            "CALL core.restore_history(?, ?::jsonb)");

    private final Database database;

    @Activate
    public HistoriesPart(
            @Reference Database database, @Reference(target = "(plexica.room=events)") SchemaReady schemaReady) {
        this.database = database;
    }

    @Override
    public String name() {
        return "histories";
    }

    @Override
    public void write(Tenant tenant, TenantSnapshot snapshot, PartWriter to) throws IOException {
        ROWS.write(tenant.slug(), snapshot, to);
    }

    @Override
    public Set<String> entries(PartReader from) {
        return Set.of(ROWS.entry());
    }

    @Override
    public void restore(TenantSpec tenant, PartReader from) {
        database.apart(() -> {
            ROWS.restore(tenant.slug(), database, from);
            return true;
        });
    }
}
