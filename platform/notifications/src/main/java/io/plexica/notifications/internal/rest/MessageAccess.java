package io.plexica.notifications.internal.rest;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.authorization.Authorization;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.identity.UserSummary;
import io.plexica.spi.identity.Users;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Workspaces;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether the caller may read what was written to somebody. A message may hold a link that gives access to the account, so
 * only who holds every right of the addressee may: otherwise reading would be a way to more rights. Who the addressee is must
 * be known for that: what went to an address that nobody has any more is read by nobody.
 */
record MessageAccess(Users users, Authorization authorization, Workspaces workspaces) {

    boolean mayRead(Tenant tenant, String recipient) {
        return users.byEmail(tenant.slug(), recipient)
                .map(user -> holdsAllOf(tenant, user))
                .orElse(false);
    }

    private boolean holdsAllOf(Tenant tenant, UserSummary user) {
        try {
            authorization.requireMayGrant(rights(tenant, user));
            return true;
        } catch (PlexicaException e) {
            if (e.code() == ErrorCode.PERMISSION_DENIED) {
                return false;
            }
            throw e;
        }
    }

    /** What the user may do anywhere in the tenant, through teams too. */
    private Set<String> rights(Tenant tenant, UserSummary user) {
        Principal principal = new Principal(user.id(), user.email(), user.firstName(), user.lastName(), false);
        Set<String> keys = new HashSet<>(authorization.grants(tenant, principal).keys());
        workspaces
                .of(tenant.slug(), user.id())
                .forEach(place -> keys.addAll(
                        authorization.grants(tenant, principal, place).keys()));
        return keys;
    }
}
