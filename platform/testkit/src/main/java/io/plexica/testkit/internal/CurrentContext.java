package io.plexica.testkit.internal;

import io.plexica.api.context.RequestContext;
import io.plexica.api.context.TenantInfo;
import io.plexica.api.context.UserInfo;
import io.plexica.api.context.WorkspaceInfo;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.authorization.Obligations;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.tenancy.WorkspaceRole;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/** Answers for the caller on whose behalf the thread works, and tells the platform's code about that caller. */
public final class CurrentContext implements RequestContext {

    private final RequestContext nobody;

    /** A context that answers for nobody while no work runs. */
    public CurrentContext(RequestContext nobody) {
        this.nobody = nobody;
    }

    /** Runs work on behalf of a caller. Unchecked exceptions pass untouched. */
    public <T> T call(RequestContext who, Set<String> permissions, PluginRef plugin, Callable<T> work) {
        try (Contexts.Scope scope = Contexts.open(execution(who, permissions, plugin))) {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The work under test failed: " + e, e);
        }
    }

    @Override
    public TenantInfo tenant() {
        return current().tenant();
    }

    @Override
    public Optional<TenantInfo> findTenant() {
        return current().findTenant();
    }

    @Override
    public Optional<WorkspaceInfo> workspace() {
        return current().workspace();
    }

    @Override
    public UserInfo user() {
        return current().user();
    }

    @Override
    public Optional<UserInfo> findUser() {
        return current().findUser();
    }

    @Override
    public Set<String> roles() {
        return current().roles();
    }

    @Override
    public boolean hasPermission(String key) {
        return current().hasPermission(key);
    }

    @Override
    public void requirePermission(String key) {
        current().requirePermission(key);
    }

    @Override
    public void check(String key, Object resource) {
        current().check(key, resource);
    }

    @Override
    public <T> List<T> filter(String key, Collection<T> resources) {
        return current().filter(key, resources);
    }

    @Override
    public boolean dependsOnResource(String key) {
        return current().dependsOnResource(key);
    }

    @Override
    public String traceId() {
        return current().traceId();
    }

    /** The context goes where the platform's executors carry it, and the caller with it. */
    private RequestContext current() {
        ExecutionContext context = Contexts.find();
        return context != null && context.grants() instanceof TestGrants grants ? grants.who() : nobody;
    }

    private static ExecutionContext execution(RequestContext who, Set<String> permissions, PluginRef plugin) {
        return new ExecutionContext(
                who.traceId(),
                who.findTenant().map(CurrentContext::tenant).orElse(null),
                who.workspace().orElse(null),
                who.workspace().map(place -> WorkspaceRole.MEMBER).orElse(null),
                who.findUser().map(CurrentContext::principal).orElse(null),
                new TestGrants(who, permissions),
                new Obligations(),
                plugin,
                "127.0.0.1");
    }

    private static Tenant tenant(TenantInfo info) {
        return new Tenant(info.id(), info.slug(), info.name(), TenantStatus.ACTIVE, info.plan(), Instant.EPOCH);
    }

    private static Principal principal(UserInfo user) {
        return new Principal(user.id(), user.email(), user.firstName(), user.lastName(), user.superAdmin());
    }

    private record TestGrants(RequestContext who, Set<String> keys) implements Grants {

        @Override
        public Set<String> roles() {
            return who.roles();
        }

        @Override
        public boolean covers(String key) {
            return who.hasPermission(key);
        }
    }
}
