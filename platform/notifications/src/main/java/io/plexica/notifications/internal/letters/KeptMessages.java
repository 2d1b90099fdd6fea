package io.plexica.notifications.internal.letters;

import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.data.Sql;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Messages that did not leave, for those who may pass them on. Who that is has been asked before. Safe for all threads. */
@Component(service = KeptMessages.class)
public final class KeptMessages {

    private static final Map<String, String> SORTABLE = Map.of(
            "createdAt", "m.created_at",
            "title", "m.subject",
            "to", "m.recipient",
            "readAt", "r.read_at");

    private final Database database;

    @Activate
    public KeptMessages(
            @Reference Database database, @Reference(target = "(plexica.room=notifications)") SchemaReady schemaReady) {
        this.database = database;
    }

    /**
     * A page of them, the newest first unless another order is asked for.
     *
     * @param reader whose reading counts; null for nobody's
     * @param unread only those that the reader has not read
     */
    public Page<MessageRow> list(MessageLocation box, @Nullable UUID reader, boolean unread, PageQuery paging) {
        String order = paging.orderBy(SORTABLE, "m.created_at DESC");
        String like = Sql.anywhere(paging.text());
        return box.with(database, connection -> {
            MessageStore store = new MessageStore(connection, box);
            return new Page<>(
                    store.kept(reader, unread, like, order, paging.size(), paging.offset()),
                    paging.page(),
                    paging.size(),
                    store.countKept(reader, unread, like));
        });
    }

    /** One of them. */
    public MessageRow get(MessageLocation box, UUID id, @Nullable UUID reader) {
        return box.with(database, connection -> new MessageStore(connection, box).find(id, reader))
                .filter(message -> message.status() == MessageStatus.KEPT || message.status() == MessageStatus.FAILED)
                .orElseThrow(KeptMessages::notFound);
    }

    /** Notes that somebody has read it. */
    public MessageRow markRead(MessageLocation box, UUID id, UUID reader) {
        get(box, id, reader);
        box.with(database, connection -> new MessageStore(connection, box).markRead(id, reader));
        return get(box, id, reader);
    }

    /** What there is for those who may see none. */
    public static PlexicaException notFound() {
        return PlexicaException.notFound("There is no such notification");
    }
}
