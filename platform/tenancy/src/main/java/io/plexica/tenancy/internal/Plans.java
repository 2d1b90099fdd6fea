package io.plexica.tenancy.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The plans that tenants may have, and which of them come with a login and connections of their own. */
public final class Plans {

    private static final Pattern NAME = Pattern.compile("[a-z](?:[a-z0-9]|-(?=[a-z0-9])){0,29}");
    private static final String DEDICATED = "dedicated";

    private final Map<String, Boolean> plans;

    private Plans(Map<String, Boolean> plans) {
        this.plans = plans;
    }

    /**
     * Reads the setting: {@code free,pro,enterprise:dedicated}.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static Plans of(String text) {
        Map<String, Boolean> found = new LinkedHashMap<>();
        for (String part : text.split(",")) {
            String[] words = part.strip().split(":", -1);
            if (words.length == 1 && words[0].isEmpty()) {
                continue;
            }
            boolean isDedicated = words.length == 2 && words[1].equals(DEDICATED);
            if (!NAME.matcher(words[0]).matches() || words.length > 1 && !isDedicated) {
                throw new IllegalArgumentException("PLEXICA_PLANS: '" + part.strip()
                        + "' is no plan; a plan is a name in lower case such as 'pro', or 'pro:dedicated'");
            }
            if (found.put(words[0], isDedicated) != null) {
                throw new IllegalArgumentException("PLEXICA_PLANS names " + words[0] + " twice");
            }
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException("PLEXICA_PLANS names no plan");
        }
        return new Plans(found);
    }

    /** Their names, in the order of the setting; never empty. */
    public List<String> names() {
        return List.copyOf(plans.keySet());
    }

    /** The plan of tenants for which none is named. */
    String first() {
        return plans.keySet().iterator().next();
    }

    /** Whether tenants on it have connections of their own; a plan that is no longer configured has none. */
    boolean isDedicated(String plan) {
        return plans.getOrDefault(plan, false);
    }
}
