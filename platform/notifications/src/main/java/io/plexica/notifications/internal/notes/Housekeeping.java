package io.plexica.notifications.internal.notes;

import io.plexica.notifications.internal.NotificationsSettings;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.data.Sql;
import io.plexica.spi.identity.UserListener;
import io.plexica.spi.jobs.Pieces;
import io.plexica.spi.jobs.PlatformJob;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets go what people were told long ago, once a day; and at once what was told to somebody who is removed.
 * What belongs to a tenant goes with its row.
 */
@Component(
        service = {Housekeeping.class, UserListener.class, PlatformJob.class},
        immediate = true)
public final class Housekeeping implements UserListener, PlatformJob {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final int BATCH = 10_000;

    private static final String OLD = "DELETE FROM core.notifications WHERE id IN (SELECT id FROM core.notifications"
            + " WHERE created_at < now() - ? * interval '1 day' ORDER BY created_at LIMIT " + BATCH + ")";
    private static final String READ = "DELETE FROM core.notification_recipients WHERE (notification_id, user_id) IN"
            + " (SELECT notification_id, user_id FROM core.notification_recipients"
            + " WHERE read_at < now() - ? * interval '1 day' LIMIT " + BATCH + ")";
    private static final String OF_USER =
            "DELETE FROM core.notification_recipients WHERE user_id = ? AND tenant_slug = ?";

    private final Database database;
    private final NotificationsSettings settings;

    /** Keeps house in the database. */
    @Activate
    public Housekeeping(
            @Reference Database database,
            @Reference NotificationsSettings settings,
            @Reference(target = "(plexica.room=notifications)") SchemaReady schemaReady) {
        this.database = database;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "notifications.retention";
    }

    @Override
    public String schedule() {
        return "P1D";
    }

    @Override
    public void run() {
        long gone = removeOld();
        if (gone > 0) {
            LOG.info("{} notifications were too old, or read long ago, and are gone", gone);
        }
    }

    @Override
    public void created(String tenantSlug, UUID userId) {}

    @Override
    public void removed(String tenantSlug, UUID userId) {
        database.core(connection -> Sql.update(connection, OF_USER, userId, tenantSlug));
    }

    /** Removes what is too old; how many notifications, and how many that one person had read. */
    long removeOld() {
        return remove(OLD, settings.retentionDays()) + remove(READ, settings.readRetentionDays());
    }

    private long remove(String sql, int days) {
        return Pieces.all(
                BATCH, () -> database.apart(() -> database.core(connection -> Sql.update(connection, sql, days))));
    }
}
