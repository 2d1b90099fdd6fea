package io.plexica.itests.bench;

import io.plexica.api.context.RequestContext;
import io.plexica.api.context.TenantInfo;
import io.plexica.api.context.UserInfo;
import io.plexica.api.context.WorkspaceInfo;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Nobody, who may do everything: what is left of a context without a platform. */
final class BareContext implements RequestContext {

    @Override
    public TenantInfo tenant() {
        throw new UnsupportedOperationException("There are no tenants here");
    }

    @Override
    public Optional<TenantInfo> findTenant() {
        return Optional.empty();
    }

    @Override
    public Optional<WorkspaceInfo> workspace() {
        return Optional.empty();
    }

    @Override
    public UserInfo user() {
        throw new UnsupportedOperationException("There are no users here");
    }

    @Override
    public Optional<UserInfo> findUser() {
        return Optional.empty();
    }

    @Override
    public Set<String> roles() {
        return Set.of();
    }

    @Override
    public boolean hasPermission(String key) {
        return true;
    }

    @Override
    public void requirePermission(String key) {}

    @Override
    public void check(String key, Object resource) {}

    @Override
    public <T> List<T> filter(String key, Collection<T> resources) {
        return List.copyOf(resources);
    }

    @Override
    public String traceId() {
        return "0123456789abcdef0123456789abcdef";
    }
}
