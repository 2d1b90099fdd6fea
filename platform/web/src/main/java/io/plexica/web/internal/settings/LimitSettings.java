package io.plexica.web.internal.settings;

import java.util.HashMap;
import java.util.Map;

/**
 * How many calls of one route somebody may make in a minute; 0 for as many as there are.
 *
 * @param plans for users of tenants, by plan
 * @param others for users of tenants on plans that are not named
 * @param operators for super admins and machines of the platform
 * @param strangers for each address from which nobody signed in calls, outside any tenant
 */
public record LimitSettings(Map<String, Long> plans, long others, long operators, long strangers) {

    /** No limits, as in rooms where nobody configures anything. */
    public static final LimitSettings NONE = new LimitSettings(Map.of(), 0, 0, 0);

    public LimitSettings {
        plans = Map.copyOf(plans);
    }

    static LimitSettings of(WebConfig config) {
        Map<String, Long> plans = new HashMap<>();
        plans.put("free", config.rateLimitFree());
        plans.put("pro", config.rateLimitPro());
        plans.put("enterprise", config.rateLimitEnterprise());
        Settings.words(config.rateLimitPlans()).forEach(word -> read(word, plans));
        return new LimitSettings(
                plans, config.rateLimitFree(), config.rateLimitOperators(), config.rateLimitStrangers());
    }

    /** What users of a tenant on a plan may do. */
    public long ofPlan(String plan) {
        return plans.getOrDefault(plan, others);
    }

    private static void read(String word, Map<String, Long> plans) {
        String[] parts = word.split("=", -1);
        if (parts.length != 2 || !parts[0].matches("[a-z][a-z0-9-]{0,29}") || !parts[1].matches("\\d{1,9}")) {
            throw new IllegalArgumentException(
                    "PLEXICA_RATE_LIMIT_PLANS is not valid: '" + word + "' is not of the form plan=number");
        }
        plans.put(parts[0], Long.valueOf(parts[1]));
    }
}
