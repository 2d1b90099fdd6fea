package io.plexica.plugins.internal.hooks;

import io.plexica.spi.audit.AuditListener;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.Database;
import io.plexica.spi.identity.LoginListener;
import io.plexica.spi.identity.UserListener;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Tenants;
import io.plexica.spi.web.CallListener;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hooks that the platform itself comes to, around users, signing in, calls and data. Handlers run afterwards and elsewhere: what
 * they do never delays nor breaks what they hear of. Where nobody handles them this costs one look-up.
 */
@Component
public final class StandardHooks implements UserListener, LoginListener, AuditListener, CallListener {

    /** Somebody has come into the tenant. */
    public static final String USER_CREATED = "core.user.created";

    /** Somebody's profile or status has changed. */
    public static final String USER_UPDATED = "core.user.updated";

    /** Somebody has been removed. */
    public static final String USER_DELETED = "core.user.deleted";

    /** Somebody has signed in by name and password. */
    public static final String LOGIN = "core.auth.login";

    /** Something in the tenant has been changed that the audit log keeps. */
    public static final String DATA_CHANGED = "core.data.changed";

    /** A call of the tenant's has been answered. */
    public static final String CALLED = "core.api.called";

    private static final Logger LOG = LoggerFactory.getLogger(StandardHooks.class);
    private static final int THREADS = 8;

    private final HookRunner runner;
    private final Tenants tenants;
    private final Database database;
    private final HookQueues lanes = new HookQueues("plexica-hooks", THREADS);

    /** Begins idle. */
    @Activate
    public StandardHooks(@Reference HookRunner runner, @Reference Tenants tenants, @Reference Database database) {
        this.runner = runner;
        this.tenants = tenants;
        this.database = database;
    }

    /** Stops; what waits is dropped. */
    @Deactivate
    public void close() {
        lanes.close();
    }

    @Override
    public void created(String tenantSlug, UUID userId) {
        afterCommit(USER_CREATED, tenantSlug, userId);
    }

    @Override
    public void updated(String tenantSlug, UUID userId) {
        afterCommit(USER_UPDATED, tenantSlug, userId);
    }

    @Override
    public void removed(String tenantSlug, UUID userId) {
        afterCommit(USER_DELETED, tenantSlug, userId);
    }

    @Override
    public void signedIn(String tenantSlug, String username) {
        if (runner.isHandled(LOGIN)) {
            soon(LOGIN, tenantSlug, Map.of("username", username));
        }
    }

    @Override
    public void recorded(String tenantSlug, String action, String resourceType, String resourceId) {
        ExecutionContext caller = Contexts.find();
        if (caller != null && caller.plugin() != null) {
            // What plugins do they tell themselves; and a handler that changes something must not hear of it again.
            return;
        }
        afterCommit(DATA_CHANGED, tenantSlug, () -> Map.of("action", action, "type", resourceType, "id", resourceId));
    }

    @Override
    public void answered(ExecutionContext context, String method, String route, int status) {
        Tenant tenant = context.tenant();
        if (tenant != null && runner.isHandled(CALLED)) {
            Map<String, String> payload = Map.of("method", method, "route", route, "status", Integer.toString(status));
            soon(CALLED, tenant.slug(), payload, context);
        }
    }

    private void afterCommit(String hook, String tenantSlug, UUID userId) {
        afterCommit(hook, tenantSlug, () -> Map.of("userId", userId.toString()));
    }

    private void afterCommit(String hook, String tenantSlug, Supplier<Map<String, String>> payload) {
        if (runner.isHandled(hook)) {
            database.afterCommit(() -> soon(hook, tenantSlug, payload.get()));
        }
    }

    private void soon(String hook, String tenantSlug, Map<String, String> payload) {
        ExecutionContext caller = Contexts.find();
        soon(hook, tenantSlug, payload, caller == null ? nobody() : caller);
    }

    private void soon(String hook, String tenantSlug, Map<String, String> payload, ExecutionContext caller) {
        if (!lanes.add(tenantSlug, () -> run(hook, tenantSlug, payload, caller))) {
            LOG.warn("Too much waits at hooks: {} for {} goes by unheard", hook, tenantSlug);
        }
    }

    private void run(String hook, String tenantSlug, Map<String, String> payload, ExecutionContext caller) {
        Tenant tenant = tenants.find(tenantSlug).filter(Tenant::isActive).orElse(null);
        if (tenant == null) {
            return;
        }
        // A context of its own: what handlers leave open is no business of the call that they hear of.
        ExecutionContext context = ExecutionContext.platform(caller.traceId())
                .inTenant(tenant)
                .as(caller.principal(), caller.principal() == null ? Grants.NONE : caller.grants());
        try (Contexts.Scope scope = Contexts.open(context)) {
            runner.trigger(hook, payload);
        } catch (RuntimeException e) {
            LOG.warn("{} for {} was not handled", hook, tenantSlug, e);
        }
    }

    private static ExecutionContext nobody() {
        return ExecutionContext.platform(Contexts.newTraceId());
    }
}
