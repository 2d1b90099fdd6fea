package io.plexica.authorization.internal.grants;

import io.plexica.authorization.internal.engine.Finding;
import io.plexica.authorization.internal.engine.Policies;
import io.plexica.authorization.internal.engine.Policy;
import io.plexica.authorization.internal.engine.Rights;
import io.plexica.authorization.internal.engine.Ruling;
import io.plexica.authorization.internal.store.Held;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.tenancy.Workspaces.Membership;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides as for a call, and says why. */
public final class Explained {

    private final HeldGrants grants;
    private final Held held;

    private Explained(HeldGrants grants, Held held) {
        this.grants = grants;
        this.held = held;
    }

    public static Explained of(Principal user, Held held, @Nullable Membership place, Policies policies) {
        return new Explained(GrantsOf.person(user, held, place, keys -> new Rights(keys, policies)), held);
    }

    /** What one policy alone comes to, for somebody who holds all that it concerns. */
    public Finding tryOut(Policy policy, @Nullable Map<String, ?> resource, @Nullable String remoteAddress) {
        return Ruling.alone(policy, grants.facts(resource, remoteAddress));
    }

    /** What is decided; without a resource all of it is unknown. */
    public Finding find(String key, @Nullable Map<String, ?> resource, @Nullable String remoteAddress) {
        return grants.explain(key, resource, remoteAddress);
    }

    /** Whether the roles would grant it, were it not for the workspace role. */
    public boolean coversUncapped(String key) {
        return new Rights(held.keys(), Policies.NONE).of(key).isGranted();
    }
}
