package io.plexica.data.testing.desk;

import io.plexica.api.data.WorkspaceScoped;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;

/** Scoped by workspace, and says which one. */
@Entity
@Table(name = "memos")
@WorkspaceScoped
public class Memo {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Column(name = "workspace_id")
    public UUID workspace;

    public String text;

    protected Memo() {}

    public Memo(String text) {
        this.text = text;
    }
}
