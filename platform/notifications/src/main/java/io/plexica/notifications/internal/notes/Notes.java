package io.plexica.notifications.internal.notes;

import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.notifications.internal.letters.KeptMessages;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.signal.Signals;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What people do with what they are told. Whose it is has been asked before. Safe for all threads. */
@Component(service = Notes.class)
public final class Notes {

    private static final Map<String, String> SORTABLE = Map.of(
            "createdAt", "created_at",
            "title", "title",
            "type", "type",
            "severity", "severity",
            "to", "recipient",
            "readAt", "read_at");

    private final Database database;
    private final Signals signals;
    private final KeptMessages kept;

    @Activate
    public Notes(
            @Reference Database database,
            @Reference Signals signals,
            @Reference KeptMessages kept,
            @Reference(target = "(plexica.room=notifications)") SchemaReady schemaReady) {
        this.database = database;
        this.signals = signals;
        this.kept = kept;
    }

    /** A page of an inbox, the newest first unless another order is asked for. */
    public Page<NoteRow> list(Inbox inbox, NoteFilter wanted, PageQuery paging) {
        String order = paging.orderBy(SORTABLE, "created_at DESC");
        return inbox.read(database, connection -> {
            NoteStore store = new NoteStore(connection, inbox);
            return new Page<>(
                    store.page(wanted, order, paging), paging.page(), paging.size(), store.count(wanted, paging));
        });
    }

    /** How many of an inbox have not been read. */
    public long unread(Inbox inbox) {
        return inbox.read(database, connection -> new NoteStore(connection, inbox).unread());
    }

    /** One of them. */
    public NoteRow get(Inbox inbox, UUID id) {
        return inbox.read(database, connection -> new NoteStore(connection, inbox).find(id))
                .orElseThrow(KeptMessages::notFound);
    }

    /** Notes that it was read; the person's other windows hear of it. */
    public NoteRow markRead(Inbox inbox, UUID id) {
        return database.together(() -> {
            if (database.core(connection -> new OwnNotes(connection, inbox).read(id))) {
                announce(inbox, id.toString());
            } else if (inbox.kept()) {
                kept.markRead(inbox.box(), id, inbox.user());
            }
            return get(inbox, id);
        });
    }

    /** Notes that all of it was read; how many were not before. */
    public int markAllRead(Inbox inbox) {
        return database.together(() -> {
            int own = database.core(connection -> new OwnNotes(connection, inbox).readAll());
            int others = 0;
            if (inbox.kept()) {
                others = inbox.read(database, connection -> new NoteStore(connection, inbox).readKept());
            }
            if (own > 0) {
                announce(inbox, "");
            }
            return own + others;
        });
    }

    /**
     * Takes one out of the inbox.
     *
     * @throws PlexicaException {@code conflict} for a message that could not be mailed, since it lies there for others too
     */
    public void delete(Inbox inbox, UUID id) {
        database.together(() -> {
            if (database.core(connection -> new OwnNotes(connection, inbox).delete(id))) {
                announce(inbox, "");
                return id;
            }
            get(inbox, id);
            throw PlexicaException.conflict(
                    "shared-message",
                    "a message that could not be mailed lies here for everybody who may pass it on; mark it as read"
                            + " instead, it goes by itself after 90 days");
        });
    }

    private void announce(Inbox inbox, String id) {
        String slug = inbox.tenant() == null ? "" : inbox.tenant();
        signals.announce(Signals.NOTIFICATIONS, slug + "/" + id + "/" + inbox.user());
    }
}
