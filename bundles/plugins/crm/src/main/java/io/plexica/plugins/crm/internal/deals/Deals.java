package io.plexica.plugins.crm.internal.deals;

import io.plexica.api.audit.Audit;
import io.plexica.api.data.Data;
import io.plexica.api.problem.FieldError;
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

/** The deals of the current tenant. Every change leaves an audit row in the same unit of work. */
@Component(service = Deals.class)
public final class Deals {

    private static final String TYPE = "deal";
    private static final List<String> SEARCHED = List.of("e.title");
    private static final Map<String, String> SORTED = Map.of(
            "title", "LOWER(e.title)",
            "amount", "e.amount",
            "stage", "e.stage",
            "createdAt", "e.createdAt",
            "updatedAt", "e.updatedAt");

    private final Data data;
    private final Audit audit;

    @Activate
    public Deals(@Reference Data data, @Reference Audit audit) {
        this.data = data;
        this.audit = audit;
    }

    /** One page of the deals, or of those of one contact. */
    Page<Deal> list(PageQuery query, @Nullable UUID contactId) {
        String order = query.orderBy(SORTED, "e.createdAt DESC");
        Listing<Deal> all = Listing.of(Deal.class).containing(query.text(), SEARCHED);
        Listing<Deal> wanted = contactId == null ? all : all.where("e.contactId = :contact", "contact", contactId);
        return data.read(entities -> wanted.page(entities, query, order));
    }

    Deal get(UUID id) {
        Deal deal = data.read(entities -> entities.find(Deal.class, id));
        if (deal == null) {
            throw PlexicaException.notFound("There is no deal " + id);
        }
        return deal;
    }

    Deal create(DealBody body) {
        return data.write(entities -> {
            Deal deal = new Deal(complete(body));
            entities.persist(deal);
            Changes.send(entities, Deals::noSuchContact);
            audit.record("crm.deal.created", TYPE, deal.id().toString(), null, DealView.of(deal));
            return deal;
        });
    }

    Deal change(UUID id, @Nullable String ifMatch, UnaryOperator<DealBody> change) {
        return data.write(entities -> {
            Deal deal = get(id);
            Tags.check(ifMatch, deal);
            DealBody wanted = complete(change.apply(deal.body()));
            if (deal.is(wanted)) {
                return deal;
            }
            DealView before = DealView.of(deal);
            deal.change(wanted);
            Changes.send(entities, Deals::noSuchContact);
            audit.record("crm.deal.updated", TYPE, id.toString(), before, DealView.of(deal));
            return deal;
        });
    }

    void delete(UUID id, @Nullable String ifMatch) {
        data.write(entities -> {
            Deal deal = get(id);
            Tags.check(ifMatch, deal);
            entities.remove(deal);
            Changes.send(entities);
            audit.record("crm.deal.deleted", TYPE, id.toString(), DealView.of(deal), null);
            return deal;
        });
    }

    /** An amount without a currency says nothing, nor does a currency without an amount. */
    private static DealBody complete(DealBody body) {
        if (body.amount() != null && body.currency() == null) {
            throw PlexicaException.validation(new FieldError("/currency", "is required with an amount"));
        }
        if (body.amount() == null && body.currency() != null) {
            throw PlexicaException.validation(new FieldError("/amount", "is required with a currency"));
        }
        return body;
    }

    private static PlexicaException noSuchContact() {
        return PlexicaException.validation(new FieldError("/contactId", "must be the id of a contact that exists"));
    }
}
