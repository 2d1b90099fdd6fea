package io.plexica.web.internal.support;

import io.plexica.spi.authorization.Grants;
import java.util.Set;

/** Rights by whole keys; a prefix that ends in a star covers all that begins with it. */
public record FakeGrants(Set<String> roles, Set<String> keys) implements Grants {

    @Override
    public boolean covers(String key) {
        return keys.stream()
                .anyMatch(held ->
                        held.endsWith("*") ? key.startsWith(held.substring(0, held.length() - 1)) : held.equals(key));
    }
}
