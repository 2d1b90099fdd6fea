package io.plexica.operations.internal;

import io.plexica.spi.authorization.Verdict;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.tenancy.Tenant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which operations somebody may see: super admins all of them, or those of the tenant that they name; people of a tenant
 * with the permission all of the tenant's; others those that they have begun there.
 *
 * @param tenantSlug only those of this tenant; null for all
 * @param startedBy only those begun by this one; null for everybody's
 */
public record Viewer(@Nullable String tenantSlug, @Nullable UUID startedBy) {

    static final String PERMISSION = "core:settings:read";
    private static final UUID NOBODY = new UUID(0, 0);

    /** Whoever the current call works for. */
    public static Viewer current() {
        ExecutionContext context = Contexts.require();
        Principal principal = context.principal();
        Tenant tenant = context.tenant();
        String slug = tenant == null ? null : tenant.slug();
        if (principal != null && principal.superAdmin()) {
            return new Viewer(slug, null);
        }
        boolean all = slug != null && context.grants().decide(PERMISSION, context.remoteAddress()) == Verdict.ALLOW;
        UUID own = principal == null ? NOBODY : principal.id();
        return new Viewer(slug == null ? "" : slug, all ? null : own);
    }

    /** Whether an operation is among them. */
    boolean sees(OperationRow row) {
        boolean here = tenantSlug == null || tenantSlug.equals(row.operation().tenantSlug());
        return here && (startedBy == null || startedBy.equals(row.startedBy()));
    }
}
