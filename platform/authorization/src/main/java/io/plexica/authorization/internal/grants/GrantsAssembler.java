package io.plexica.authorization.internal.grants;

import io.plexica.authorization.internal.engine.Rights;
import io.plexica.authorization.internal.store.Holdings;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.tenancy.Workspaces.Membership;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts grants together. */
final class GrantsAssembler {

    private GrantsAssembler() {}

    /**
     * The grants of somebody somewhere.
     *
     * @param rights what a set of keys comes to
     */
    static HeldGrants person(
            Principal user, Holdings held, @Nullable Membership place, Function<Set<String>, Rights> rights) {
        Map<String, Object> told = SubjectAttributes.user(user, held);
        Map<String, Object> there = SubjectAttributes.workspace(place);
        Clock clock = Clock.systemUTC();
        Rights own = rights.apply(capped(held.ownKeys(), place));
        HeldGrants alone = new HeldGrants(held.ownRoles(), own, told, there, clock);
        return held.roles().equals(held.ownRoles())
                ? alone
                : new HeldGrants(held.roles(), rights.apply(capped(held.keys(), place)), alone, told, there, clock);
    }

    static HeldGrants machine(Principal machine, Rights rights) {
        Holdings held = new Holdings(Set.of(), Set.of(), rights.keys());
        return new HeldGrants(
                Set.of(),
                rights,
                SubjectAttributes.user(machine, held),
                SubjectAttributes.workspace(null),
                Clock.systemUTC());
    }

    private static Set<String> capped(Set<String> keys, @Nullable Membership place) {
        return place == null ? keys : WorkspaceRoleCap.of(keys, place.role());
    }
}
