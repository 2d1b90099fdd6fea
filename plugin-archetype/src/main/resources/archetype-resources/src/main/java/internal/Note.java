package ${package}.internal;

import io.plexica.api.data.WorkspaceScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/**
 * A row of the table {@code notes}. There is no tenant column: each tenant has a table of its own. Within it the notes belong
 * to workspaces, which the platform fills in and filters by.
 */
@Entity
@Table(name = "notes")
@WorkspaceScoped
public class Note {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "text")
    private String text;

    @Column(name = "author")
    private String author;

    @Column(name = "created_at")
    private Instant createdAt;

    /** For JPA. */
    protected Note() {}

    Note(String text, String author) {
        this.id = UUID.randomUUID();
        this.text = text;
        this.author = author;
        this.createdAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    NoteView view() {
        return new NoteView(id, text, author, createdAt);
    }

    void change(String newText) {
        text = newText;
    }
}
