package io.plexica.plugins.crm.internal.contacts;

import io.plexica.api.data.Data;
import io.plexica.api.search.DocumentPage;
import io.plexica.api.search.DocumentType;
import io.plexica.api.search.Reindexer;
import java.util.List;
import java.util.UUID;
import javax.persistence.TypedQuery;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells all contacts of a workspace, by their ids. */
@Component
public final class ContactReindexer implements Reindexer {

    private final Data data;

    @Activate
    public ContactReindexer(@Reference Data data) {
        this.data = data;
    }

    @Override
    public DocumentType type() {
        return ContactIndex.CONTACT;
    }

    @Override
    public DocumentPage page(@Nullable String after, int size) {
        List<Contact> contacts = data.read(entities -> {
            String behind = after == null ? "" : " WHERE e.id > :after";
            TypedQuery<Contact> query =
                    entities.createQuery("SELECT e FROM Contact e" + behind + " ORDER BY e.id", Contact.class);
            if (after != null) {
                query.setParameter("after", UUID.fromString(after));
            }
            return query.setMaxResults(size).getResultList();
        });
        return new DocumentPage(
                contacts.stream()
                        .map(contact -> ContactIndex.document(ContactView.of(contact)))
                        .toList(),
                contacts.size() < size
                        ? null
                        : contacts.get(contacts.size() - 1).id().toString());
    }
}
