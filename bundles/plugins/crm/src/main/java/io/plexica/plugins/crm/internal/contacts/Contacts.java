package io.plexica.plugins.crm.internal.contacts;

import io.plexica.api.audit.Audit;
import io.plexica.api.data.Data;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.plugins.crm.internal.common.Changes;
import io.plexica.plugins.crm.internal.common.Listing;
import io.plexica.plugins.crm.internal.common.Tags;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The contacts of the current tenant. Every change leaves an audit row in the same unit of work. */
@Component(service = Contacts.class)
public final class Contacts {

    private static final String TYPE = "contact";
    private static final List<String> SEARCHED = List.of("e.name", "e.email", "e.company", "e.phone");
    private static final Map<String, String> SORTED = Map.of(
            "name", "LOWER(e.name)",
            "email", "LOWER(e.email)",
            "company", "LOWER(e.company)",
            "createdAt", "e.createdAt",
            "updatedAt", "e.updatedAt");

    private final Data data;
    private final Audit audit;

    @Activate
    public Contacts(@Reference Data data, @Reference Audit audit) {
        this.data = data;
        this.audit = audit;
    }

    Page<Contact> list(PageQuery query) {
        String order = query.orderBy(SORTED, "LOWER(e.name) ASC");
        return data.read(entities ->
                Listing.of(Contact.class).containing(query.text(), SEARCHED).page(entities, query, order));
    }

    Contact get(UUID id) {
        Contact contact = data.read(entities -> entities.find(Contact.class, id));
        if (contact == null) {
            throw PlexicaException.notFound("There is no contact " + id);
        }
        return contact;
    }

    Contact create(ContactBody body) {
        return data.write(entities -> {
            Contact contact = new Contact(body);
            entities.persist(contact);
            Changes.send(entities);
            audit.record("crm.contact.created", TYPE, contact.id().toString(), null, ContactView.of(contact));
            return contact;
        });
    }

    Contact change(UUID id, @Nullable String ifMatch, UnaryOperator<ContactBody> change) {
        return data.write(entities -> {
            Contact contact = get(id);
            Tags.check(ifMatch, contact);
            ContactBody wanted = change.apply(contact.body());
            if (wanted.equals(contact.body())) {
                return contact;
            }
            ContactView before = ContactView.of(contact);
            contact.change(wanted);
            Changes.send(entities);
            audit.record("crm.contact.updated", TYPE, id.toString(), before, ContactView.of(contact));
            return contact;
        });
    }

    void delete(UUID id, @Nullable String ifMatch) {
        data.write(entities -> {
            Contact contact = get(id);
            Tags.check(ifMatch, contact);
            entities.remove(contact);
            Changes.send(
                    entities,
                    () -> PlexicaException.conflict(
                            "in-use", "This contact has deals: delete them, or move them to another contact, first"));
            audit.record("crm.contact.deleted", TYPE, id.toString(), ContactView.of(contact), null);
            return contact;
        });
    }
}
