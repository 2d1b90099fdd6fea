package io.plexica.plugins.crm.internal.contacts;

import io.plexica.api.data.WorkspaceScoped;
import io.plexica.plugins.crm.internal.common.Stored;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A person to do business with. */
@Entity
@Table(name = "contacts")
@WorkspaceScoped
public class Contact extends Stored {

    @Column(name = "name")
    private String name;

    @Column(name = "email")
    private @Nullable String email;

    @Column(name = "phone")
    private @Nullable String phone;

    @Column(name = "company")
    private @Nullable String company;

    @Column(name = "notes")
    private @Nullable String notes;

    /** For JPA. */
    protected Contact() {}

    Contact(ContactBody body) {
        set(body);
    }

    ContactBody body() {
        return new ContactBody(name, email, phone, company, notes);
    }

    void change(ContactBody body) {
        set(body);
        touch();
    }

    private void set(ContactBody body) {
        name = body.name();
        email = body.email();
        phone = body.phone();
        company = body.company();
        notes = body.notes();
    }
}
