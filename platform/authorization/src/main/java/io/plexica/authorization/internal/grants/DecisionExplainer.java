package io.plexica.authorization.internal.grants;

import io.plexica.authorization.internal.engine.Policies;
import io.plexica.authorization.internal.engine.Policy;
import io.plexica.authorization.internal.engine.ReasonedDecision;
import io.plexica.authorization.internal.engine.Rights;
import io.plexica.authorization.internal.engine.Ruling;
import io.plexica.authorization.internal.store.Holdings;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.tenancy.Workspaces.Membership;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides as for a call, and says why. */
public final class DecisionExplainer {

    private final HeldGrants grants;
    private final Holdings held;

    private DecisionExplainer(HeldGrants grants, Holdings held) {
        this.grants = grants;
        this.held = held;
    }

    public static DecisionExplainer of(Principal user, Holdings held, @Nullable Membership place, Policies policies) {
        return new DecisionExplainer(
                GrantsAssembler.person(user, held, place, keys -> new Rights(keys, policies)), held);
    }

    /** What one policy alone comes to, for somebody who holds all that it concerns. */
    public ReasonedDecision tryOut(Policy policy, @Nullable Map<String, ?> resource, @Nullable String remoteAddress) {
        return Ruling.alone(policy, grants.facts(resource, remoteAddress));
    }

    /** What is decided; without a resource all of it is unknown. */
    public ReasonedDecision find(String key, @Nullable Map<String, ?> resource, @Nullable String remoteAddress) {
        return grants.explain(key, resource, remoteAddress);
    }

    /** Whether the roles would grant it, were it not for the workspace role. */
    public boolean coversUncapped(String key) {
        return new Rights(held.keys(), Policies.NONE).of(key).isGranted();
    }
}
