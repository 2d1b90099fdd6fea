package io.plexica.notifications.internal.notes;

import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.data.Sql;
import io.plexica.spi.plugins.PluginRef;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes notifications in the current unit of work; the database tells the nodes. Safe for all threads. */
@Component(service = NoteWriter.class)
public final class NoteWriter {

    private static final String BY_PLUGIN = "SELECT core.notify_people(?, ?, ?, ?, ?, ?)";
    private static final String BY_PLATFORM = "SELECT core.write_notification(?, ?, NULL, ?, ?, ?, ?, ?, ?)";

    private final Database database;
    private final MailCopies copies;

    @Activate
    public NoteWriter(
            @Reference Database database,
            @Reference MailCopies copies,
            @Reference(target = "(plexica.room=notifications)") SchemaReady schemaReady) {
        this.database = database;
        this.copies = copies;
    }

    /**
     * Writes what a plugin tells people of the current tenant.
     *
     * @return false when the plugin has sent as much as it may
     */
    boolean write(PluginRef plugin, String slug, Note note, List<Person> people, List<Person> mailed) {
        boolean written = database.plugin(
                plugin,
                connection -> Sql.list(
                                connection,
                                BY_PLUGIN,
                                row -> row.getBoolean(1),
                                UUID.randomUUID(),
                                note.severity().name(),
                                note.title(),
                                note.text(),
                                note.link(),
                                ids(connection, people))
                        .get(0));
        if (written) {
            copies.send(slug, note, mailed);
        }
        return written;
    }

    /** Writes what the platform tells people of a tenant, by mail too to those who always want that. */
    public void write(String slug, Note note, List<Person> people) {
        writeRow(slug, note, people.stream().map(Person::id).toList());
        copies.send(slug, note, copies.readers(people, false));
    }

    /** Writes what the platform tells a super admin. */
    public void write(Note note, UUID superAdmin) {
        writeRow(null, note, List.of(superAdmin));
    }

    private void writeRow(@Nullable String slug, Note note, List<UUID> ids) {
        database.core(connection -> Sql.list(
                connection,
                BY_PLATFORM,
                row -> true,
                UUID.randomUUID(),
                slug,
                note.type(),
                note.severity().name(),
                note.title(),
                note.text(),
                note.link(),
                connection.createArrayOf("uuid", ids.toArray())));
    }

    private static Object ids(Connection connection, List<Person> people) throws SQLException {
        return connection.createArrayOf("uuid", people.stream().map(Person::id).toArray());
    }
}
