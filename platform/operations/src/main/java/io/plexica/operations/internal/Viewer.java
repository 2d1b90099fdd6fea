package io.plexica.operations.internal;

import io.plexica.spi.authorization.Verdict;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.tenancy.Tenant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which operations somebody may see: super admins all of them, or those of the tenant that they name and those that they have
 * begun; people of a tenant with the permission all of the tenant's; others those that they have begun there.
 *
 * @param tenantSlug only those of this tenant; null for all
 * @param startedBy only those begun by this one; null for everybody's
 * @param operator a super admin, who finds what they have begun whatever tenant they name; null for others
 * @param served the one tenant that this deployment serves, where none is seen that concerns others; null where it serves all
 */
public record Viewer(
        @Nullable String tenantSlug,
        @Nullable UUID startedBy,
        @Nullable UUID operator,
        @Nullable String served) {

    static final String PERMISSION = "core:settings:read";
    private static final UUID NOBODY = new UUID(0, 0);

    /** Whoever the current call works for. */
    public static Viewer current(@Nullable String served) {
        ExecutionContext context = Contexts.require();
        Principal principal = context.principal();
        Tenant tenant = context.tenant();
        String slug = tenant == null ? null : tenant.slug();
        if (principal != null && principal.superAdmin()) {
            return new Viewer(slug, null, principal.id(), served);
        }
        boolean all = slug != null && context.grants().decide(PERMISSION, context.remoteAddress()) == Verdict.ALLOW;
        UUID own = principal == null ? NOBODY : principal.id();
        return new Viewer(slug == null ? "" : slug, all ? null : own, null, served);
    }

    /** Whoever works at the console. */
    public static Viewer atConsole(@Nullable String tenantSlug, @Nullable String served) {
        return new Viewer(tenantSlug, null, null, served);
    }

    /** Whether an operation is among them. */
    boolean sees(OperationRow row) {
        String concerned = row.concerned();
        if (served != null && concerned != null && !served.equals(concerned)) {
            return false;
        }
        if (operator != null && operator.equals(row.startedBy())) {
            return true;
        }
        boolean here = tenantSlug == null || tenantSlug.equals(row.operation().tenantSlug());
        return here && (startedBy == null || startedBy.equals(row.startedBy()));
    }
}
