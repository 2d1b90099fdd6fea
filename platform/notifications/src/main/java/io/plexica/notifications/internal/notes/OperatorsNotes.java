package io.plexica.notifications.internal.notes;

import io.plexica.api.notifications.Recipients;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.data.Database;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What operators tell people of a tenant. Safe for all threads. */
@Component(service = OperatorsNotes.class)
public final class OperatorsNotes {

    private final Database database;
    private final People people;
    private final NoteWriter writer;
    private final AuditLog audit;

    @Activate
    public OperatorsNotes(
            @Reference Database database,
            @Reference People people,
            @Reference NoteWriter writer,
            @Reference AuditLog audit) {
        this.database = database;
        this.people = people;
        this.writer = writer;
        this.audit = audit;
    }

    /**
     * Notifies people, with an audit row in the tenant's log; how many.
     *
     * @throws PlexicaException {@code validation-failed} with all that is wrong
     */
    public int send(String slug, Recipients recipients, Note note) {
        List<String> wrongs = note.wrongs();
        if (!wrongs.isEmpty()) {
            throw PlexicaException.validation(
                    wrongs.stream().map(wrong -> new FieldError("", wrong)).toList());
        }
        return database.together(() -> {
            List<Person> found = people.find(slug, recipients);
            if (!found.isEmpty()) {
                writer.write(slug, note, found);
            }
            audit.record(
                    slug,
                    "core.notification.sent",
                    "notification",
                    note.title(),
                    null,
                    Map.of("title", note.title(), "people", found.size()));
            return found.size();
        });
    }
}
