package io.plexica.settings.internal;

import io.plexica.spi.web.Checks;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks a flag and says all that is wrong with it at once. */
final class FlagCheck {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*");
    private static final Pattern PLAN = Pattern.compile("[a-z](?:[a-z0-9]|-(?=[a-z0-9])){0,29}");
    private static final int LONGEST_KEY = 100;
    private static final int LONGEST_DESCRIPTION = 1_000;
    private static final int MOST_TENANTS = 10_000;
    private static final int MOST_PLANS = 100;

    private final Checks checks = new Checks();

    private FlagCheck() {}

    /**
     * A flag that can be stored.
     *
     * @param key the key that the address names; null where the body has to
     * @param tenantExists whether there is a tenant of a slug
     */
    static Flag check(FlagBody body, @Nullable String key, Predicate<String> tenantExists) {
        FlagCheck check = new FlagCheck();
        String wanted = check.key(body.key(), key);
        check.checks.text("/description", body.description(), LONGEST_DESCRIPTION);
        check.checks.unless(body.enabled() != null, "/enabled", "is required: true or false, for all not named here");
        Map<String, Boolean> tenants = check.tenants(body, tenantExists);
        Set<String> plans = check.plans(body);
        check.checks.done();
        return Flag.wanted(wanted, body.description(), Boolean.TRUE.equals(body.enabled()), tenants, plans);
    }

    private String key(@Nullable String named, @Nullable String addressed) {
        if (addressed != null) {
            checks.unless(named == null || named.equals(addressed), "/key", "never changes");
            return addressed;
        }
        if (named == null) {
            checks.wrong("/key", "is required");
            return "";
        }
        checks.unless(
                named.length() <= LONGEST_KEY && KEY.matcher(named).matches(),
                "/key",
                "must have 1 to " + LONGEST_KEY
                        + " lower-case letters and digits, with single dots or hyphens between them, such as"
                        + " 'billing.new-invoices'");
        return named;
    }

    private Map<String, Boolean> tenants(FlagBody body, Predicate<String> exists) {
        Map<String, Boolean> found = new HashMap<>();
        if (body.tenants() == null) {
            return found;
        }
        checks.unless(
                body.tenants().size() <= MOST_TENANTS, "/tenants", "must name at most " + MOST_TENANTS + " tenants");
        body.tenants().forEach((slug, on) -> {
            String pointer = "/tenants/" + slug.replace("~", "~0").replace("/", "~1");
            checks.unless(on != null, pointer, "must be true or false; leave the tenant out to take it back");
            checks.unless(exists.test(slug), pointer, "is no tenant");
            found.put(slug, Boolean.TRUE.equals(on));
        });
        return found;
    }

    private Set<String> plans(FlagBody body) {
        Set<String> found = new HashSet<>();
        if (body.plans() == null) {
            return found;
        }
        checks.unless(body.plans().size() <= MOST_PLANS, "/plans", "must name at most " + MOST_PLANS + " plans");
        for (int i = 0; i < body.plans().size(); i++) {
            String plan = body.plans().get(i);
            checks.unless(plan != null && PLAN.matcher(plan).matches(), "/plans/" + i, "must be the name of a plan");
            found.add(String.valueOf(plan));
        }
        return found;
    }
}
