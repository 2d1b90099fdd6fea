package io.plexica.plugins.crm.internal.contacts;

import io.plexica.api.context.RequestContext;
import io.plexica.api.data.Data;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.api.search.DocumentType;
import io.plexica.api.search.Search;
import io.plexica.api.search.SearchDocument;
import io.plexica.api.search.SearchHit;
import io.plexica.api.search.SearchPage;
import io.plexica.api.search.SearchQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Contacts as search finds them: by the beginnings of words, whatever the accents, in notes too, the best first. What is
 * answered is read from the table: the index says which contacts, never what they are like.
 */
@Component(service = ContactIndex.class)
public final class ContactIndex {

    static final DocumentType CONTACT = DocumentType.of("contact")
            .title("name")
            .text("email")
            .text("phone")
            .text("company")
            .text("notes");

    /** So many are looked at where policies say which of them the caller may see. */
    private static final int MOST_JUDGED = 1000;

    private static final int PIECE = 200;

    private final Search search;
    private final Data data;
    private final RequestContext context;

    @Activate
    public ContactIndex(@Reference Search search, @Reference Data data, @Reference RequestContext context) {
        this.search = search;
        this.data = data;
        this.context = context;
    }

    /** Follows a change: a contact is new or another, or gone. */
    void follow(UUID id, @Nullable ContactView contact) {
        if (contact == null) {
            search.remove(CONTACT, id.toString());
        } else {
            search.index(CONTACT, document(contact));
        }
    }

    static SearchDocument document(ContactView contact) {
        return SearchDocument.of(contact.id())
                .with("name", contact.name())
                .with("email", contact.email())
                .with("phone", contact.phone())
                .with("company", contact.company())
                .with("notes", contact.notes());
    }

    /** The contacts that a text finds, as far as the caller may see them. */
    Page<ContactHit> search(PageQuery query) {
        query.validated();
        if (context.dependsOnResource(Contacts.READ)) {
            return judged(query);
        }
        SearchPage found = search.search(CONTACT, SearchQuery.of(query.text()).page(query.page(), query.size()));
        return new Page<>(hits(found.items(), false), query.page(), query.size(), found.total());
    }

    /** Where every contact is judged, the page and the number of hits are those of what passes. */
    private Page<ContactHit> judged(PageQuery query) {
        List<ContactHit> visible = new ArrayList<>();
        List<SearchHit> piece;
        int number = 0;
        do {
            piece = search.search(CONTACT, SearchQuery.of(query.text()).page(number++, PIECE))
                    .items();
            visible.addAll(hits(piece, true));
        } while (piece.size() == PIECE && number * PIECE < MOST_JUDGED);
        List<ContactHit> page =
                visible.stream().skip(query.offset()).limit(query.size()).toList();
        return new Page<>(page, query.page(), query.size(), visible.size());
    }

    private List<ContactHit> hits(List<SearchHit> found, boolean judge) {
        Map<UUID, SearchHit> byId = new LinkedHashMap<>();
        found.forEach(hit -> byId.put(UUID.fromString(hit.id()), hit));
        return data.read(entities -> {
            Map<UUID, ContactView> contacts = new HashMap<>();
            load(entities, List.copyOf(byId.keySet())).forEach(contact -> contacts.put(contact.id(), contact));
            List<ContactView> inOrder = byId.keySet().stream()
                    .filter(contacts::containsKey)
                    .map(contacts::get)
                    .toList();
            List<ContactView> visible = judge ? context.filter(Contacts.READ, inOrder) : inOrder;
            return visible.stream()
                    .map(contact -> ContactHit.of(contact, byId.get(contact.id())))
                    .toList();
        });
    }

    private static List<ContactView> load(EntityManager entities, List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return entities
                .createQuery("SELECT e FROM Contact e WHERE e.id IN :ids", Contact.class)
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .map(ContactView::of)
                .toList();
    }
}
