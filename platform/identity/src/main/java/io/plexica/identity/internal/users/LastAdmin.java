package io.plexica.identity.internal.users;

import io.plexica.api.problem.PlexicaException;
import io.plexica.identity.internal.Home;
import io.plexica.spi.authorization.Authorization;
import java.util.UUID;

/** Keeps every home from losing the last one who can administer it. Joins the unit of work, which must be open. */
final class LastAdmin {

    private final Authorization authorization;
    private final PersonStore people;

    LastAdmin(Authorization authorization, PersonStore people) {
        this.authorization = authorization;
        this.people = people;
    }

    /**
     * Demands that somebody can go; waits for others who want the same. In a tenant it comes after the lock of the user's
     * row; on the platform before, since it locks all super admins in one order.
     *
     * @throws PlexicaException {@code conflict} ({@code last-admin})
     */
    void demandAnother(Home home, UUID leaving) {
        if (home.slug() != null) {
            authorization.requireAnotherAdmin(home.slug(), leaving);
        } else if (people.lockAble(home).stream().allMatch(other -> other.id().equals(leaving))) {
            throw PlexicaException.conflict(
                    "last-admin", "this is the last super admin who may come in; create or activate another one first");
        }
    }
}
