package io.plexica.events.internal.relay;

import io.plexica.events.internal.EventsSettings;
import io.plexica.events.internal.RelayWakeup;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.jobs.Pieces;
import io.plexica.spi.jobs.PlatformJob;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantListener;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.tenancy.Tenants;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets go what is kept of tenants that are gone, and what is too old; and lets come what waited for a tenant to be active.
 * What a node that died left behind goes with the next round, once a day.
 */
@Component(
        service = {Housekeeping.class, TenantListener.class, PlatformJob.class},
        immediate = true)
public final class Housekeeping implements TenantListener, PlatformJob {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final int BATCH = 10_000;

    /** In two halves, for each of which there is an index. */
    private static final String OF_TENANT = "DELETE FROM core.events_outbox WHERE tenant_slug = ?"
            + " AND (relayed_at IS NULL OR relayed_at IS NOT NULL)";

    /** From one tenant to the next, and those of whom all still waits; looking at each event would take long. */
    private static final String SLUGS = """
            WITH RECURSIVE relayed AS (
                (SELECT tenant_slug FROM core.events_outbox
                 WHERE relayed_at IS NOT NULL AND tenant_slug IS NOT NULL ORDER BY tenant_slug LIMIT 1)
                UNION ALL
                SELECT (SELECT o.tenant_slug FROM core.events_outbox o
                        WHERE o.relayed_at IS NOT NULL AND o.tenant_slug > r.tenant_slug ORDER BY o.tenant_slug LIMIT 1)
                FROM relayed r WHERE r.tenant_slug IS NOT NULL)
            SELECT tenant_slug FROM relayed WHERE tenant_slug IS NOT NULL
            UNION
            SELECT tenant_slug FROM core.events_outbox WHERE relayed_at IS NULL AND tenant_slug IS NOT NULL""";

    private static final String DUE = "UPDATE core.events_deliveries SET due_at = clock_timestamp()"
            + " WHERE tenant_slug = ? AND state = 'PENDING' AND claim IS NULL AND reason IS NULL";
    private static final String OLD = """
            DELETE FROM core.events_outbox WHERE number IN (
                SELECT o.number FROM core.events_outbox o
                WHERE o.at < clock_timestamp() - ? * interval '1 day' AND o.relayed_at IS NOT NULL AND NOT EXISTS (
                    SELECT FROM core.events_deliveries d WHERE d.event_number = o.number AND d.state IN ('SENT', 'PENDING'))
                ORDER BY o.at LIMIT ?)""";

    private final Database database;
    private final Tenants tenants;
    private final RelayWakeup wake;
    private final int days;
    private final boolean carried;

    /** Keeps house in the database. */
    @Activate
    public Housekeeping(
            @Reference Database database,
            @Reference Tenants tenants,
            @Reference RelayWakeup wake,
            @Reference EventsSettings settings,
            @Reference(target = "(plexica.room=events)") SchemaReady schemaReady) {
        this.database = database;
        this.tenants = tenants;
        this.wake = wake;
        this.days = settings.retentionDays();
        this.carried = settings.isCarried();
    }

    @Override
    public String name() {
        return "events.retention";
    }

    @Override
    public String schedule() {
        return "P1D";
    }

    @Override
    public void run() {
        long gone = removeOld();
        int orphans = removeOrphans();
        if (gone + orphans > 0) {
            LOG.info(
                    "{} events were older than {} days and are gone, and {} of no tenant any more",
                    gone,
                    days,
                    orphans);
        }
    }

    @Override
    public void changed(Tenant tenant) {
        try {
            if (tenant.status() == TenantStatus.DELETED) {
                leave(tenant.slug());
            } else if (tenant.isActive()) {
                database.apart(() -> database.core(connection -> change(connection, DUE, tenant.slug())));
                wake.up();
            }
        } catch (RuntimeException e) {
            LOG.warn("The events of {} do not follow its status yet: {}", tenant.slug(), e.getMessage(), e);
        }
    }

    /** Removes what is too old and on its way to nobody; how many events. */
    long removeOld() {
        return Pieces.all(
                BATCH,
                () -> database.apart(() -> database.core(connection -> {
                    try (PreparedStatement delete = connection.prepareStatement(OLD)) {
                        delete.setInt(1, days);
                        delete.setInt(2, BATCH);
                        return delete.executeUpdate();
                    }
                })));
    }

    /** Removes what is kept of tenants that there are no more; how many events. */
    int removeOrphans() {
        return slugs().stream()
                .filter(slug -> tenants.find(slug).isEmpty())
                .mapToInt(this::leave)
                .sum();
    }

    private List<String> slugs() {
        return database.core(connection -> {
            try (PreparedStatement select = connection.prepareStatement(SLUGS);
                    ResultSet row = select.executeQuery()) {
                List<String> found = new ArrayList<>();
                while (row.next()) {
                    found.add(row.getString(1));
                }
                return found;
            }
        });
    }

    private int leave(String slug) {
        return database.apart(() -> database.core(connection -> {
            if (carried) {
                TenantTopicRemoval.note(connection, slug);
            }
            return change(connection, OF_TENANT, slug);
        }));
    }

    private static int change(Connection connection, String sql, String slug) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, slug);
            return statement.executeUpdate();
        }
    }
}
