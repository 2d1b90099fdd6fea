package io.plexica.web.internal.call;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.authorization.Authorization;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.authorization.Obligations;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.identity.TokenAuthenticator.Identity;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Tenants;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.tenancy.Workspaces.Membership;
import io.plexica.web.internal.rooms.Rooms;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out who calls, where the call works and what the caller may do there: everything the context holds. */
public final class CallAdmission {

    private final Rooms rooms;

    public CallAdmission(Rooms rooms) {
        this.rooms = rooms;
    }

    /** What somebody may do, and in which workspace; in none where there is no membership. */
    private record Rights(Grants grants, @Nullable Membership membership) {

        static final Rights NONE = new Rights(Grants.NONE, null);
    }

    /** The same call judged again, as of now: for answers that go on long after they began. */
    public Call again(Call call) {
        CallClaims claims = call.claims();
        String token = claims.token();
        Identity identity = token == null ? null : identify(token, claims.sender(), call.traceId());
        return admit(claims, identity, call.traceId());
    }

    /** Who a token belongs to. Where the call came from is in the context meanwhile, since failures are counted by it. */
    Identity identify(String token, CallOrigin sender, String traceId) {
        ExecutionContext arrival = new ExecutionContext(
                traceId, null, null, null, null, Grants.NONE, new Obligations(), null, sender.remoteAddress());
        try (Contexts.Scope scope = Contexts.open(arrival)) {
            return rooms.tokens().authenticate(token);
        }
    }

    /** The call with its context. */
    Call admit(CallClaims claims, @Nullable Identity identity, String traceId) {
        Tenants tenants = rooms.tenants();
        CallPlace place =
                CallPlace.of(identity, claims.names(), tenants.pinned().orElse(null), tenants::find);
        Rights rights = identity == null ? Rights.NONE : rights(identity, place.tenant(), claims);
        Membership membership = rights.membership();
        return new Call(
                claims,
                place,
                new ExecutionContext(
                        traceId,
                        place.tenant(),
                        membership == null ? null : membership.workspace(),
                        membership == null ? null : membership.role(),
                        identity == null ? null : identity.principal(),
                        rights.grants(),
                        new Obligations(),
                        null,
                        claims.sender().remoteAddress()));
    }

    /** Users of a tenant that is not active are refused later, and their rights need not be known for that. */
    private Rights rights(Identity identity, @Nullable Tenant tenant, CallClaims claims) {
        Principal principal = identity.principal();
        Set<String> scope = identity.scope();
        boolean asleep = tenant != null && !tenant.isActive();
        if (scope != null) {
            return asleep ? Rights.NONE : machine(principal, tenant, scope, claims);
        }
        if (principal.superAdmin()) {
            return superAdmin(principal, tenant, claims);
        }
        return tenant == null || asleep ? Rights.NONE : user(principal, tenant, claims);
    }

    private Rights user(Principal principal, Tenant tenant, CallClaims claims) {
        Authorization authorization = rooms.authorization();
        boolean everywhere = authorization.grants(tenant, principal).roles().contains(Authorization.ADMIN);
        return entered(principal, tenant, claims, everywhere);
    }

    /** Whoever works on a tenant itself needs none of its workspaces, and one that is not active may have none. */
    private Rights superAdmin(Principal principal, @Nullable Tenant tenant, CallClaims claims) {
        boolean named = claims.workspace() != null;
        if (tenant != null && tenant.isActive() && (named || claims.target().namedTenant() == null)) {
            return entered(principal, tenant, claims, true);
        }
        if (named) {
            throw notEntered(tenant);
        }
        return new Rights(rooms.authorization().grants(tenant, principal), null);
    }

    private static PlexicaException notEntered(@Nullable Tenant tenant) {
        return tenant == null
                ? PlexicaException.validation(new FieldError(
                        "/" + Headers.WORKSPACE, "names a workspace, but nothing names its tenant: add X-Tenant-Slug"))
                : new PlexicaException(
                        ErrorCode.TENANT_NOT_ACTIVE, "The workspaces of a tenant that is not active cannot be entered");
    }

    private Rights entered(Principal principal, Tenant tenant, CallClaims claims, boolean everywhere) {
        Membership membership = rooms.workspaces().enter(tenant.slug(), principal.id(), claims.workspace(), everywhere);
        return new Rights(rooms.authorization().grants(tenant, principal, membership), membership);
    }

    /** A machine may enter every workspace of its tenant, but manages none. */
    private Rights machine(Principal principal, @Nullable Tenant tenant, Set<String> scope, CallClaims claims) {
        Grants grants = rooms.authorization().scoped(tenant, principal, scope);
        if (tenant == null) {
            return new Rights(grants, null);
        }
        Membership entered = rooms.workspaces().enter(tenant.slug(), principal.id(), claims.workspace(), true);
        return new Rights(grants, new Membership(entered.workspace(), WorkspaceRole.MEMBER));
    }
}
