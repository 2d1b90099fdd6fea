package io.plexica.authorization.internal.grants;

import io.plexica.authorization.internal.engine.Environment;
import io.plexica.authorization.internal.engine.EvaluationContext;
import io.plexica.authorization.internal.engine.Outcome;
import io.plexica.authorization.internal.engine.ReasonedDecision;
import io.plexica.authorization.internal.engine.Rights;
import io.plexica.authorization.internal.engine.Ruling;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.authorization.Verdict;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rights of one principal in one place. The rights themselves are shared by all who hold the same. Immutable. */
public final class HeldGrants implements Grants {

    private static final String CORE = "core:";

    private final Set<String> roles;
    private final Rights rights;
    private final @Nullable HeldGrants own;
    private final Map<String, Object> user;
    private final Map<String, Object> workspace;
    private final Clock clock;

    /**
     * Rights of somebody somewhere.
     *
     * @param own what is left without what teams lend; null where they lend nothing
     * @param user what policies may read of the principal
     * @param workspace what they may read of the place
     */
    HeldGrants(
            Set<String> roles,
            Rights rights,
            @Nullable HeldGrants own,
            Map<String, Object> user,
            Map<String, Object> workspace,
            Clock clock) {
        this.roles = Set.copyOf(roles);
        this.rights = rights;
        this.own = own;
        this.user = Map.copyOf(user);
        this.workspace = Map.copyOf(workspace);
        this.clock = clock;
    }

    /** Rights of somebody to whom no team lends anything. */
    public HeldGrants(
            Set<String> roles, Rights rights, Map<String, Object> user, Map<String, Object> workspace, Clock clock) {
        this(roles, rights, null, user, workspace, clock);
    }

    @Override
    public Set<String> roles() {
        return roles;
    }

    @Override
    public Set<String> keys() {
        return rights.keys();
    }

    @Override
    public HeldGrants own() {
        return own == null ? this : own;
    }

    @Override
    public boolean covers(String key) {
        return rights.of(key).isGranted();
    }

    @Override
    public Verdict decide(String key, @Nullable String remoteAddress) {
        Ruling ruling = rights.of(key);
        if (ruling.isPlain()) {
            return ruling.isGranted() ? Verdict.ALLOW : Verdict.DENY;
        }
        EvaluationContext facts = facts(null, remoteAddress);
        return key.startsWith(CORE) ? settled(ruling.allows(facts)) : verdict(ruling.outline(facts));
    }

    @Override
    public boolean allows(String key, Map<String, ?> resource, @Nullable String remoteAddress) {
        Ruling ruling = rights.of(key);
        return ruling.isPlain() ? ruling.isGranted() : ruling.allows(facts(resource, remoteAddress));
    }

    /** Decides as {@link #allows} does and says why; without a resource all of it is unknown. */
    public ReasonedDecision explain(String key, @Nullable Map<String, ?> resource, @Nullable String remoteAddress) {
        return rights.of(key).explain(facts(resource, remoteAddress));
    }

    /** What decides. */
    Rights rights() {
        return rights;
    }

    /** All that policies may read of this principal's call. */
    public EvaluationContext facts(@Nullable Map<String, ?> resource, @Nullable String remoteAddress) {
        return new EvaluationContext(user, workspace, new Environment(clock, remoteAddress), resource);
    }

    @Override
    public String toString() {
        return "Grants[roles=" + roles + "]";
    }

    /** The platform's own methods never get to know a resource: what reads one is unknown there, not open. */
    private static Verdict settled(boolean allowed) {
        return allowed ? Verdict.ALLOW : Verdict.DENY;
    }

    private static Verdict verdict(Outcome outcome) {
        return switch (outcome) {
            case ALLOW -> Verdict.ALLOW;
            case DENY -> Verdict.DENY;
            case OPEN -> Verdict.OPEN;
        };
    }
}
