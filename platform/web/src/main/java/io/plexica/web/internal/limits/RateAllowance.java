package io.plexica.web.internal.limits;

import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.limits.Bucket;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.web.internal.settings.LimitSettings;
import org.jspecify.annotations.Nullable;

/**
 * What a call is counted in, and how much of that there may be.
 *
 * @param perMinute calls in a minute; 0 for as many as there are
 */
record RateAllowance(Bucket bucket, long perMinute) {

    private static final int GROUPS_OF_NETWORK = 4;

    /**
     * Decides. Operators and machines of the platform are not bound by the plan of the tenant in which they work; nobody is
     * told apart by address.
     *
     * @param route the method that was matched
     */
    static RateAllowance of(ExecutionContext context, String route, LimitSettings settings) {
        Tenant tenant = context.tenant();
        Principal principal = context.principal();
        Bucket bucket = new Bucket(tenant == null ? null : tenant.slug(), caller(principal, context), route);
        if (principal != null && (principal.superAdmin() || tenant == null)) {
            return new RateAllowance(bucket, settings.operators());
        }
        return new RateAllowance(bucket, tenant == null ? settings.strangers() : settings.ofPlan(tenant.plan()));
    }

    private static String caller(@Nullable Principal principal, ExecutionContext context) {
        return principal == null
                ? network(context.remoteAddress())
                : principal.id().toString();
    }

    /** Who has one address of version 6 has 2 to the power of 64, so they count as one. */
    static String network(@Nullable String address) {
        if (address == null || address.indexOf(':') < 0 || address.indexOf('.') >= 0) {
            return String.valueOf(address);
        }
        int end = address.indexOf("::");
        String[] groups = (end < 0 ? address : address.substring(0, end)).split(":");
        StringBuilder network = new StringBuilder();
        for (int i = 0; i < GROUPS_OF_NETWORK; i++) {
            network.append(i < groups.length ? groups[i] : "").append(':');
        }
        return network.append(':').toString();
    }
}
