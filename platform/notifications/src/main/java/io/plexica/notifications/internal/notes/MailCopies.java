package io.plexica.notifications.internal.notes;

import io.plexica.notifications.internal.NotificationsSettings;
import io.plexica.spi.mail.Messages;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sends notifications by mail too, in the current unit of work. Safe for all threads. */
@Component(service = MailCopies.class)
public final class MailCopies {

    private final Messages messages;
    private final NotificationsSettings settings;

    @Activate
    public MailCopies(@Reference Messages messages, @Reference NotificationsSettings settings) {
        this.messages = messages;
        this.settings = settings;
    }

    /** Those of the people who get it by mail. */
    List<Person> readers(List<Person> people, boolean wanted) {
        return people.stream().filter(person -> person.wantsMail(wanted)).toList();
    }

    /** Sends it to all of these. */
    void send(String slug, Note note, List<Person> readers) {
        for (Person reader : readers) {
            messages.send(slug, reader.email(), reader.language(), "notice", values(slug, note, reader));
        }
    }

    /** A mail leads to the console where the notification leads nowhere. */
    private Map<String, String> values(String slug, Note note, Person reader) {
        return Map.of(
                "firstName",
                reader.firstName() == null ? "" : reader.firstName(),
                "title",
                note.title(),
                "text",
                note.text(),
                "link",
                settings.publicUrl() + "/t/" + slug + (note.link() == null ? "/" : note.link()));
    }
}
