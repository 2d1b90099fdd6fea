package io.plexica.web.internal.support;

import io.plexica.spi.authorization.Grants;
import io.plexica.spi.authorization.Verdict;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rights by whole keys; a prefix that ends in a star covers all that begins with it.
 *
 * @param open keys that depend on the resource
 * @param denied keys that a policy denies
 * @param lent those of the keys that a team lends in one workspace
 */
public record FakeGrants(Set<String> roles, Set<String> keys, Set<String> open, Set<String> denied, Set<String> lent)
        implements Grants {

    static final FakeGrants NONE = new FakeGrants(Set.of(), Set.of());

    public FakeGrants(Set<String> roles, Set<String> keys) {
        this(roles, keys, Set.of(), Set.of());
    }

    public FakeGrants(Set<String> roles, Set<String> keys, Set<String> open, Set<String> denied) {
        this(roles, keys, open, denied, Set.of());
    }

    FakeGrants withKeys(Set<String> others) {
        return new FakeGrants(roles, others, open, denied, lent);
    }

    @Override
    public FakeGrants own() {
        Set<String> own = keys.stream().filter(key -> !lent.contains(key)).collect(Collectors.toSet());
        return new FakeGrants(roles, own, open, denied);
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
