package io.plexica.authorization.internal.context;

import io.plexica.api.context.RequestContext;
import io.plexica.api.context.TenantInfo;
import io.plexica.api.context.UserInfo;
import io.plexica.api.context.WorkspaceInfo;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.authorization.Verdict;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.tenancy.Tenant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/** Shows authors the context of the thread that asks. */
@Component
public final class ThreadRequestContext implements RequestContext {

    @Override
    public TenantInfo tenant() {
        return findTenant()
                .orElseThrow(() -> new PlexicaException(
                        ErrorCode.INTERNAL_ERROR,
                        "This thread works in no tenant: ask only within a call of the platform"));
    }

    @Override
    public Optional<TenantInfo> findTenant() {
        return context().map(ExecutionContext::tenant).map(Tenant::info);
    }

    @Override
    public Optional<WorkspaceInfo> workspace() {
        return context().map(ExecutionContext::workspace);
    }

    @Override
    public UserInfo user() {
        return findUser()
                .orElseThrow(
                        () -> new PlexicaException(ErrorCode.UNAUTHENTICATED, "Nobody is signed in: sign in first"));
    }

    @Override
    public Optional<UserInfo> findUser() {
        return context().map(ExecutionContext::principal).map(ThreadRequestContext::info);
    }

    @Override
    public Set<String> roles() {
        return grants().roles();
    }

    @Override
    public boolean hasPermission(String key) {
        return decide(key) == Verdict.ALLOW;
    }

    @Override
    public void requirePermission(String key) {
        switch (decide(key)) {
            case ALLOW -> {}
            case OPEN -> Contexts.require().obligations().leaveOpen(key);
            case DENY -> throw denied(key, "You need the permission " + key);
        }
    }

    @Override
    public boolean dependsOnResource(String key) {
        return decide(key) == Verdict.OPEN;
    }

    @Override
    public void check(String key, Object resource) {
        if (!allows(key, resource)) {
            throw denied(key, "For this you need the permission " + key);
        }
        meet(key);
    }

    @Override
    public <T> List<T> filter(String key, Collection<T> resources) {
        Verdict verdict = decide(key);
        meet(key);
        return switch (verdict) {
            case ALLOW -> List.copyOf(resources);
            case DENY -> List.of();
            case OPEN ->
                resources.stream().filter(resource -> allows(key, resource)).toList();
        };
    }

    @Override
    public String traceId() {
        return Contexts.require().traceId();
    }

    private static Verdict decide(String key) {
        return grants().decide(key, remoteAddress());
    }

    private static boolean allows(String key, Object resource) {
        return grants().allows(key, ResourceAttributes.of(resource), remoteAddress());
    }

    private static void meet(String key) {
        context().ifPresent(call -> call.obligations().meet(key));
    }

    private static PlexicaException denied(String key, String detail) {
        return new PlexicaException(
                        ErrorCode.PERMISSION_DENIED, detail + ": ask an administrator of your tenant for it")
                .with("requiredPermissions", List.of(key));
    }

    private static @Nullable String remoteAddress() {
        return context().map(ExecutionContext::remoteAddress).orElse(null);
    }

    private static Grants grants() {
        return context().map(ExecutionContext::grants).orElse(Grants.NONE);
    }

    private static Optional<ExecutionContext> context() {
        return Optional.ofNullable(Contexts.find());
    }

    private static UserInfo info(Principal principal) {
        return new UserInfo(
                principal.id(), principal.email(), principal.firstName(), principal.lastName(), principal.superAdmin());
    }
}
