package io.plexica.data.testing.desk;

import io.plexica.api.data.WorkspaceScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.persistence.CollectionTable;
import javax.persistence.Column;
import javax.persistence.ElementCollection;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.Table;

/** Scoped by workspace, without the column. */
@Entity
@Table(name = "tickets")
@WorkspaceScoped
public class Ticket {

    @Id
    public UUID id = UUID.randomUUID();

    public String title;

    @ElementCollection
    @CollectionTable(name = "ticket_tags", joinColumns = @JoinColumn(name = "ticket_id"))
    @Column(name = "tag")
    public Set<String> tags = new HashSet<>();

    protected Ticket() {}

    public Ticket(String title) {
        this.title = title;
    }
}
