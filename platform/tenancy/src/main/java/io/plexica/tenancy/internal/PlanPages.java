package io.plexica.tenancy.internal;

import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.data.Sql;
import io.plexica.spi.tenancy.PlanBound;
import io.plexica.spi.web.Slices;
import io.plexica.tenancy.internal.PlanJson.BoundJson;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The plans of the configuration, what they bound and who has them. There are few, so lists are made in memory. Safe for all threads. */
@Component(service = PlanPages.class)
public final class PlanPages {

    private static final String NAME = "name";

    private final Plans plans;
    private final @Nullable String only;
    private final Transactions transactions;
    private final List<PlanBound> bounds = new CopyOnWriteArrayList<>();

    /** Reads the settings of this room. */
    @Activate
    public PlanPages(
            @Reference TenancySettings settings,
            @Reference Database database,
            @Reference(target = "(plexica.room=tenancy)") SchemaReady ready) {
        this.plans = settings.plans();
        this.only = settings.pinned().orElse(null);
        this.transactions = new Transactions(database);
    }

    /** Tells of another bound. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(PlanBound bound) {
        bounds.add(bound);
    }

    void remove(PlanBound bound) {
        bounds.remove(bound);
    }

    /** One page; in the order of the setting unless another is asked for, then those that it names no more. */
    public Page<PlanJson> page(PageQuery paging) {
        String order = paging.orderBy(Map.of(NAME, NAME), "");
        String text = paging.text().toLowerCase(Locale.ROOT);
        Map<String, Long> tenants = tenants();
        List<String> names = Stream.concat(plans.names().stream(), removed(tenants))
                .filter(name -> name.contains(text))
                .sorted(order(order))
                .toList();
        return Slices.of(names, paging).map(name -> plan(name, tenants.getOrDefault(name, 0L)));
    }

    /** Plans that the setting names no more while tenants still have them. */
    private Stream<String> removed(Map<String, Long> tenants) {
        return tenants.keySet().stream()
                .filter(name -> !plans.names().contains(name))
                .sorted();
    }

    private static Comparator<String> order(String term) {
        if (term.isEmpty()) {
            return (one, other) -> 0;
        }
        return term.endsWith("DESC") ? Comparator.reverseOrder() : Comparator.naturalOrder();
    }

    private PlanJson plan(String name, long tenants) {
        List<BoundJson> told = bounds.stream()
                .sorted(Comparator.comparing(PlanBound::bounded))
                .map(bound -> new BoundJson(bound.bounded(), most(bound.ofPlan(name))))
                .toList();
        boolean offered = plans.names().contains(name);
        return new PlanJson(name, name.equals(plans.first()), offered, plans.isDedicated(name), tenants, told);
    }

    private static @Nullable Long most(OptionalLong bound) {
        return bound.isPresent() ? bound.getAsLong() : null;
    }

    private Map<String, Long> tenants() {
        return transactions.core(connection -> {
            Map<String, Long> counts = new HashMap<>();
            Sql.list(
                    connection,
                    "SELECT plan, count(*) FROM core.tenants WHERE CAST(? AS text) IS NULL OR slug = ? GROUP BY plan",
                    row -> counts.put(row.getString(1), row.getLong(2)),
                    only,
                    only);
            return counts;
        });
    }
}
