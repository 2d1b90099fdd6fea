package io.plexica.plugins.crm.internal.contacts;

import io.plexica.api.audit.Audit;
import io.plexica.api.context.RequestContext;
import io.plexica.api.data.Data;
import io.plexica.api.events.Events;
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

/**
 * The contacts of the current workspace, as far as the caller may see and change them: where policies read contacts, each
 * one is shown to them. Every change leaves an audit row and an event in the same unit of work.
 */
@Component(service = Contacts.class)
public final class Contacts {

    static final String READ = "crm:contacts:read";
    static final String WRITE = "crm:contacts:write";
    static final String DELETE = "crm:contacts:delete";
    static final String CREATED = "crm.contact.created";
    static final String UPDATED = "crm.contact.updated";
    static final String DELETED = "crm.contact.deleted";
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
    private final Events events;
    private final RequestContext context;
    private final ContactIndex index;

    @Activate
    public Contacts(
            @Reference Data data,
            @Reference Audit audit,
            @Reference Events events,
            @Reference RequestContext context,
            @Reference ContactIndex index) {
        this.data = data;
        this.audit = audit;
        this.events = events;
        this.context = context;
        this.index = index;
    }

    Page<ContactView> list(PageQuery query) {
        String order = query.orderBy(SORTED, "LOWER(e.name) ASC");
        Listing<Contact> wanted = Listing.of(Contact.class).containing(query.text(), SEARCHED);
        return data.read(entities -> context.dependsOnResource(READ)
                ? wanted.page(entities, query, order, ContactView::of, found -> context.filter(READ, found))
                : wanted.page(entities, query, order, ContactView::of));
    }

    /**
     * How many contacts the caller may see.
     *
     * @throws PlexicaException {@code permission-denied} for a caller who may see none
     */
    public long count() {
        context.requirePermission(READ);
        return data.read(entities -> context.dependsOnResource(READ)
                ? list(new PageQuery()).total()
                : Listing.of(Contact.class).count(entities));
    }

    Contact get(UUID id) {
        return get(id, READ);
    }

    private Contact get(UUID id, String permission) {
        Contact contact = data.read(entities -> entities.find(Contact.class, id));
        if (contact == null) {
            throw PlexicaException.notFound("There is no contact " + id);
        }
        context.check(permission, ContactView.of(contact));
        return contact;
    }

    Contact create(ContactBody body) {
        return data.write(entities -> {
            Contact contact = new Contact(body);
            context.check(WRITE, ContactView.of(contact));
            entities.persist(contact);
            Changes.send(entities);
            tell(CREATED, contact.id(), null, ContactView.of(contact));
            return contact;
        });
    }

    Contact change(UUID id, @Nullable String ifMatch, UnaryOperator<ContactBody> change) {
        return data.write(entities -> {
            Contact contact = get(id, WRITE);
            Tags.check(ifMatch, contact);
            ContactBody wanted = change.apply(contact.body());
            if (wanted.equals(contact.body())) {
                return contact;
            }
            ContactView before = ContactView.of(contact);
            contact.change(wanted);
            context.check(WRITE, ContactView.of(contact));
            Changes.send(entities);
            tell(UPDATED, id, before, ContactView.of(contact));
            return contact;
        });
    }

    void delete(UUID id, @Nullable String ifMatch) {
        data.write(entities -> {
            Contact contact = get(id, DELETE);
            Tags.check(ifMatch, contact);
            entities.remove(contact);
            Changes.send(
                    entities,
                    () -> PlexicaException.conflict(
                            "in-use", "This contact has deals: delete them, or move them to another contact, first"));
            tell(DELETED, id, ContactView.of(contact), null);
            return contact;
        });
    }

    /** The audit log says what was and what is; the event what is, or which contact is gone; search finds what is. */
    private void tell(String what, UUID id, @Nullable ContactView before, @Nullable ContactView after) {
        audit.record(what, TYPE, id.toString(), before, after);
        events.publish(what, id.toString(), after == null ? Map.of("id", id) : after);
        index.follow(id, after);
    }
}
