package io.plexica.plugins.crm.internal.contacts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A contact as it is answered, and as the audit log keeps it. */
public record ContactView(
        UUID id,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String company,
        @Nullable String notes,
        Instant createdAt,
        Instant updatedAt) {

    static ContactView of(Contact contact) {
        ContactBody body = contact.body();
        return new ContactView(
                contact.id(),
                body.name(),
                body.email(),
                body.phone(),
                body.company(),
                body.notes(),
                contact.createdAt(),
                contact.updatedAt());
    }
}
