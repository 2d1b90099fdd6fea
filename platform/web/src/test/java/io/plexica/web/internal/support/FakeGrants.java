package io.plexica.web.internal.support;

import io.plexica.spi.authorization.Grants;
import io.plexica.spi.authorization.Verdict;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rights by whole keys; a prefix that ends in a star covers all that begins with it.
 *
 * @param open keys that depend on the resource
 * @param denied keys that a policy denies
 */
public record FakeGrants(Set<String> roles, Set<String> keys, Set<String> open, Set<String> denied) implements Grants {

    static final FakeGrants NONE = new FakeGrants(Set.of(), Set.of());

    public FakeGrants(Set<String> roles, Set<String> keys) {
        this(roles, keys, Set.of(), Set.of());
    }

    FakeGrants withKeys(Set<String> others) {
        return new FakeGrants(roles, others, open, denied);
    }

    @Override
    public boolean covers(String key) {
        return keys.stream()
                .anyMatch(held ->
                        held.endsWith("*") ? key.startsWith(held.substring(0, held.length() - 1)) : held.equals(key));
    }

    @Override
    public Verdict decide(String key, @Nullable String remoteAddress) {
        if (!covers(key) || denied.contains(key)) {
            return Verdict.DENY;
        }
        return open.contains(key) ? Verdict.OPEN : Verdict.ALLOW;
    }
}
