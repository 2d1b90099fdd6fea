package io.plexica.notifications.internal.stream;

import io.plexica.notifications.internal.notes.NoteRow;
import io.plexica.notifications.internal.rest.NotificationJson;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.Sql;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.signal.SignalListener;
import io.plexica.spi.signal.Signals;
import io.plexica.spi.stream.News;
import io.plexica.spi.threads.Daemons;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people of their notifications, whichever node they were written on: one look into the database for each signal that
 * concerns somebody who listens here, however many those are. Safe for all threads.
 */
@Component(service = SignalListener.class)
public final class NotificationSource implements SignalListener {

    private static final Logger LOG = LoggerFactory.getLogger(NotificationSource.class);

    private static final String UNREAD = """
            SELECT user_id, count(*) FILTER (WHERE read_at IS NULL) FROM core.notification_recipients
            WHERE user_id = ANY (?) AND tenant_slug IS NOT DISTINCT FROM CAST(? AS text) GROUP BY user_id
            """;
    private static final String CONCERNED = """
            SELECT n.*, NULL AS recipient, NULL AS reason, r.read_at, r.user_id
            FROM core.notification_recipients r JOIN core.notifications n ON n.id = r.notification_id
            WHERE n.id = ? AND r.user_id = ANY (?) AND r.tenant_slug IS NOT DISTINCT FROM CAST(? AS text)
            """;

    private final Database database;
    private final Channels channels;
    private final ExecutorService reader;

    /** Tells those who listen. */
    @Activate
    public NotificationSource(@Reference Database database, @Reference Streams streams) {
        this.database = database;
        this.channels = streams.channels();
        ThreadPoolExecutor one = new ThreadPoolExecutor(
                1, 1, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Daemons.named("plexica-notifications-live"));
        one.allowCoreThreadTimeOut(true);
        this.reader = one;
    }

    @Deactivate
    void stop() {
        reader.shutdownNow();
    }

    @Override
    public String topic() {
        return Signals.NOTIFICATIONS;
    }

    @Override
    public void changed(String key) {
        Concern concern = Concern.of(key);
        Set<UUID> listening = channels.people(concern.slug());
        if (listening.isEmpty() || (concern.user() != null && !listening.contains(concern.user()))) {
            return;
        }
        try {
            reader.execute(() -> tell(concern));
        } catch (RejectedExecutionException e) {
            LOG.debug("The platform stops; readers find out when they come back", e);
        }
    }

    @Override
    public void missed() {
        channels.reset();
    }

    /** Whoever could not be told now reads everything again. */
    private void tell(Concern concern) {
        try {
            Map<UUID, NotificationNews> news =
                    database.apart(() -> database.core(connection -> news(connection, concern)));
            channels.tellThere(concern.slug(), new News(concern.slug(), "notifications", to -> mine(news, to)));
        } catch (RuntimeException e) {
            LOG.debug("Notifications could not be read for those who listen", e);
            channels.reset();
        }
    }

    private Map<UUID, NotificationNews> news(Connection connection, Concern concern) throws SQLException {
        UUID user = concern.user();
        Set<UUID> people = user == null ? channels.people(concern.slug()) : Set.of(user);
        String tenant = concern.slug().isEmpty() ? null : concern.slug();
        Map<UUID, NotificationJson> rows = new HashMap<>();
        if (concern.notification() != null) {
            Object ids = connection.createArrayOf("uuid", people.toArray());
            Sql.list(
                            connection,
                            CONCERNED,
                            row -> Map.entry(
                                    row.getObject("user_id", UUID.class), NotificationJson.of(NoteRow.of(row))),
                            concern.notification(),
                            ids,
                            tenant)
                    .forEach(one -> rows.put(one.getKey(), one.getValue()));
            people = rows.keySet();
        }
        Map<UUID, Long> unread = new HashMap<>();
        Object ids = connection.createArrayOf("uuid", people.toArray());
        Sql.list(connection, UNREAD, row -> Map.entry(row.getObject(1, UUID.class), row.getLong(2)), ids, tenant)
                .forEach(one -> unread.put(one.getKey(), one.getValue()));
        Map<UUID, NotificationNews> news = new HashMap<>();
        people.forEach(one -> news.put(one, new NotificationNews(unread.getOrDefault(one, 0L), rows.get(one))));
        return news;
    }

    private static @Nullable Object mine(Map<UUID, NotificationNews> news, ExecutionContext reader) {
        Principal principal = reader.principal();
        return principal == null ? null : news.get(principal.id());
    }

    /**
     * Whom a signal concerns.
     *
     * @param slug empty for super admins
     * @param notification null when several are concerned
     * @param user null for all whom the notification was sent to
     */
    record Concern(
            String slug,
            @Nullable UUID notification,
            @Nullable UUID user) {

        static Concern of(String key) {
            String[] parts = key.split("/", -1);
            return new Concern(parts[0], id(parts, 1), id(parts, 2));
        }

        private static @Nullable UUID id(String[] parts, int index) {
            return parts.length <= index || parts[index].isEmpty() ? null : UUID.fromString(parts[index]);
        }
    }
}
