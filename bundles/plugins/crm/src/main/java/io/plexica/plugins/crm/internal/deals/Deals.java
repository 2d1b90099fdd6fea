package io.plexica.plugins.crm.internal.deals;

import io.plexica.api.audit.Audit;
import io.plexica.api.configuration.PluginConfiguration;
import io.plexica.api.context.RequestContext;
import io.plexica.api.data.Data;
import io.plexica.api.events.Events;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.plugins.crm.api.DealFigures;
import io.plexica.plugins.crm.internal.common.Changes;
import io.plexica.plugins.crm.internal.common.Listing;
import io.plexica.plugins.crm.internal.common.Tags;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The deals of the current workspace, as far as the caller may see and change them: where policies read deals, their amounts
 * say, each one is shown to them, before a change and after it. Every change leaves an audit row in the same unit of work,
 * and an event where a deal begins or ends.
 */
@Component(service = Deals.class)
public final class Deals {

    static final String READ = "crm:deals:read";
    static final String WRITE = "crm:deals:write";
    static final String DELETE = "crm:deals:delete";
    private static final String TYPE = "deal";
    private static final List<String> SEARCHED = List.of("e.title");
    private static final String SUMS =
            "SELECT e.stage, e.currency, COUNT(e), SUM(e.amount) FROM Deal e GROUP BY e.stage, e.currency";
    private static final Map<String, String> SORTED = Map.of(
            "title", "LOWER(e.title)",
            "amount", "COALESCE(e.amount, -1)",
            "stage", "e.stage",
            "createdAt", "e.createdAt",
            "updatedAt", "e.updatedAt");

    private final Data data;
    private final Audit audit;
    private final Events events;
    private final RequestContext context;
    private final PluginConfiguration configuration;

    @Activate
    public Deals(
            @Reference Data data,
            @Reference Audit audit,
            @Reference Events events,
            @Reference RequestContext context,
            @Reference PluginConfiguration configuration) {
        this.data = data;
        this.audit = audit;
        this.events = events;
        this.context = context;
        this.configuration = configuration;
    }

    /** One page of the deals, of those of one contact, or of those at one stage. */
    Page<DealView> list(PageQuery query, @Nullable UUID contactId, @Nullable Stage stage) {
        String order = query.orderBy(SORTED, "e.createdAt DESC");
        Listing<Deal> all = Listing.of(Deal.class).containing(query.text(), SEARCHED);
        Listing<Deal> ofContact = contactId == null ? all : all.where("e.contactId = :contact", "contact", contactId);
        Listing<Deal> wanted = stage == null ? ofContact : ofContact.where("e.stage = :stage", "stage", stage);
        return data.read(entities -> context.dependsOnResource(READ)
                ? wanted.page(entities, query, order, DealView::of, found -> context.filter(READ, found))
                : wanted.page(entities, query, order, DealView::of));
    }

    /**
     * What the deals that the caller may see come to. The database adds up, unless policies decide about each deal.
     *
     * @throws PlexicaException {@code permission-denied} for a caller who may see none
     */
    public DealFigures figures() {
        context.requirePermission(READ);
        return data.read(entities -> {
            Figures figures = new Figures();
            if (context.dependsOnResource(READ)) {
                Listing.of(Deal.class)
                        .forEach(entities, DealView::of, found -> context.filter(READ, found), figures::add);
            } else {
                entities.createQuery(SUMS, Object[].class)
                        .getResultList()
                        .forEach(row ->
                                figures.add((Stage) row[0], (String) row[1], (Long) row[2], (BigDecimal) row[3]));
            }
            return figures.total();
        });
    }

    Deal get(UUID id) {
        return get(id, READ);
    }

    private Deal get(UUID id, String permission) {
        Deal deal = data.read(entities -> entities.find(Deal.class, id));
        if (deal == null) {
            throw PlexicaException.notFound("There is no deal " + id);
        }
        context.check(permission, DealView.of(deal));
        return deal;
    }

    Deal create(DealBody body) {
        return data.write(entities -> {
            Deal deal = new Deal(complete(body));
            context.check(WRITE, DealView.of(deal));
            entities.persist(deal);
            Changes.send(entities, Deals::noSuchContact);
            audit.record("crm.deal.created", TYPE, deal.id().toString(), null, DealView.of(deal));
            DealEvents.of(null, DealView.of(deal)).forEach(name -> publish(name, deal));
            return deal;
        });
    }

    Deal change(UUID id, @Nullable String ifMatch, UnaryOperator<DealBody> change) {
        return data.write(entities -> {
            Deal deal = get(id, WRITE);
            Tags.check(ifMatch, deal);
            DealBody wanted = complete(change.apply(deal.body()));
            if (deal.is(wanted)) {
                return deal;
            }
            DealView before = DealView.of(deal);
            deal.change(wanted);
            context.check(WRITE, DealView.of(deal));
            Changes.send(entities, Deals::noSuchContact);
            audit.record("crm.deal.updated", TYPE, id.toString(), before, DealView.of(deal));
            DealEvents.of(before.stage(), DealView.of(deal)).forEach(name -> publish(name, deal));
            return deal;
        });
    }

    void delete(UUID id, @Nullable String ifMatch) {
        data.write(entities -> {
            Deal deal = get(id, DELETE);
            Tags.check(ifMatch, deal);
            entities.remove(deal);
            Changes.send(entities);
            audit.record("crm.deal.deleted", TYPE, id.toString(), DealView.of(deal), null);
            return deal;
        });
    }

    private void publish(String name, Deal deal) {
        events.publish(name, deal.id().toString(), DealView.of(deal));
    }

    /** An amount without a currency is in the default one, if there is one; a currency without an amount says nothing. */
    private DealBody complete(DealBody body) {
        if (body.amount() != null && body.currency() == null) {
            return body.in(configuration
                    .text("defaultCurrency")
                    .filter(CurrencyCode.Check::isKnown)
                    .orElseThrow(() ->
                            PlexicaException.validation(new FieldError("/currency", "is required with an amount"))));
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
