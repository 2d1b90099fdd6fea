package io.plexica.data.testing;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.tenancy.Workspaces.Membership;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;

/** Runs work in a tenant's context, as a request would. */
public final class TestContext {

    private TestContext() {}

    public static <T> T in(String slug, Callable<T> work) throws Exception {
        try (Contexts.Scope scope = Contexts.open(context(slug))) {
            return work.call();
        }
    }

    /** The same in a workspace. */
    public static <T> T in(String slug, UUID workspace, Callable<T> work) throws Exception {
        Membership place = new Membership(new WorkspaceInfo(workspace, "w", "W"), WorkspaceRole.MEMBER);
        try (Contexts.Scope scope = Contexts.open(context(slug).inWorkspace(place, Grants.NONE))) {
            return work.call();
        }
    }

    private static ExecutionContext context(String slug) {
        Tenant tenant = new Tenant(UUID.randomUUID(), slug, slug, TenantStatus.ACTIVE, "free", Instant.EPOCH);
        return ExecutionContext.platform(Contexts.newTraceId()).inTenant(tenant);
    }
}
