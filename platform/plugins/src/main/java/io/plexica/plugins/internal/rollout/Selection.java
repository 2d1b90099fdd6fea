package io.plexica.plugins.internal.rollout;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.tenancy.Tenant;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/** Which tenants a rollout moves, and in what order. Pure. */
final class Selection {

    private static final int ALL = 100;

    private Selection() {}

    /**
     * The tenants that are meant. A percentage takes the first of an order that never changes, so that a larger one has
     * those of a smaller one among it.
     *
     * @param holders the tenants that have the plugin
     * @param plans the plans that tenants may be given
     * @throws PlexicaException {@code validation-failed} naming those that do not have it, or the plan that there is not
     */
    static List<Tenant> of(RolloutWish wish, Collection<Tenant> holders, Collection<String> plans) {
        List<String> named = wish.tenants();
        if (named != null) {
            return named(named, holders);
        }
        List<Tenant> inOrder = holders.stream()
                .sorted(Comparator.<Tenant>comparingLong(tenant -> hash(tenant.slug()))
                        .thenComparing(Tenant::slug))
                .toList();
        if (wish.plan() != null) {
            return onPlan(wish.plan(), inOrder, plans);
        }
        int percentage = wish.percentage() == null ? ALL : wish.percentage();
        return inOrder.subList(0, (inOrder.size() * percentage + ALL - 1) / ALL);
    }

    /** A plan that is configured no more still means the tenants that are on it. */
    private static List<Tenant> onPlan(String plan, List<Tenant> holders, Collection<String> plans) {
        List<Tenant> chosen =
                holders.stream().filter(tenant -> tenant.plan().equals(plan)).toList();
        if (chosen.isEmpty() && !plans.contains(plan)) {
            throw PlexicaException.validation(
                    new FieldError("/plan", "'" + plan + "' is no plan; there are " + String.join(", ", plans)));
        }
        return chosen;
    }

    private static List<Tenant> named(List<String> slugs, Collection<Tenant> holders) {
        Map<String, Tenant> bySlug = holders.stream().collect(Collectors.toMap(Tenant::slug, Function.identity()));
        List<FieldError> problems = new ArrayList<>();
        for (int i = 0; i < slugs.size(); i++) {
            if (!bySlug.containsKey(slugs.get(i))) {
                problems.add(new FieldError("/tenants/" + i, "'" + slugs.get(i) + "' does not have the plugin"));
            }
        }
        if (!problems.isEmpty()) {
            throw PlexicaException.validation(problems);
        }
        return slugs.stream().map(bySlug::get).map(Objects::requireNonNull).toList();
    }

    private static long hash(String slug) {
        CRC32 hash = new CRC32();
        hash.update(slug.getBytes(StandardCharsets.UTF_8));
        return hash.getValue();
    }
}
