package io.plexica.authorization.internal.grants;

import io.plexica.authorization.internal.engine.Rights;
import io.plexica.authorization.internal.store.Held;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.tenancy.Workspaces.Membership;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts grants together. */
final class GrantsOf {

    private GrantsOf() {}

    static HeldGrants person(Principal user, Held held, @Nullable Membership place, Rights rights) {
        Set<String> own = place == null ? held.ownKeys() : Cap.of(held.ownKeys(), place.role());
        return new HeldGrants(
                held.roles(), rights, own, Told.user(user, held), Told.workspace(place), Clock.systemUTC());
    }

    static HeldGrants machine(Principal machine, Rights rights) {
        Held held = new Held(Set.of(), Set.of(), rights.keys());
        return new HeldGrants(
                Set.of(), rights, rights.keys(), Told.user(machine, held), Told.workspace(null), Clock.systemUTC());
    }
}
