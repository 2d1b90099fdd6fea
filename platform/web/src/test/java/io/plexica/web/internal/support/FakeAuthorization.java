package io.plexica.web.internal.support;

import io.plexica.spi.authorization.Grants;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.tenancy.Workspaces.Membership;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rights by user; a viewer of a workspace keeps there what is read alone. */
public final class FakeAuthorization {

    private final Map<UUID, FakeGrants> grants = new ConcurrentHashMap<>();

    /** What a user may do from now on. */
    public void give(UUID user, FakeGrants given) {
        grants.put(user, given);
    }

    public Grants grants(@Nullable Tenant tenant, Principal principal) {
        return grants.getOrDefault(principal.id(), FakeGrants.NONE);
    }

    public Grants grants(Tenant tenant, Principal principal, Membership membership) {
        FakeGrants own = grants.getOrDefault(principal.id(), FakeGrants.NONE);
        return membership.role() != WorkspaceRole.VIEWER
                ? own
                : own.withKeys(
                        own.keys().stream().filter(key -> key.endsWith(":read")).collect(Collectors.toSet()));
    }

    public Grants scoped(@Nullable Tenant tenant, Principal principal, Set<String> keys) {
        return FakeGrants.NONE.withKeys(keys);
    }
}
