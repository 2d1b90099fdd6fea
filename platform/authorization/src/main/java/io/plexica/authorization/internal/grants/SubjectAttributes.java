package io.plexica.authorization.internal.grants;

import io.plexica.authorization.internal.store.Holdings;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.tenancy.Workspaces.Membership;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What policies get to read of a user and a workspace. */
final class SubjectAttributes {

    private SubjectAttributes() {}

    static Map<String, Object> user(Principal principal, Holdings held) {
        Map<String, Object> user = new HashMap<>();
        user.put("id", principal.id().toString());
        user.put("email", principal.email());
        putIfThere(user, "firstName", principal.firstName());
        putIfThere(user, "lastName", principal.lastName());
        user.put("roles", List.copyOf(held.roles()));
        user.put("teams", List.copyOf(held.teams()));
        user.put("superAdmin", principal.superAdmin());
        return user;
    }

    static Map<String, Object> workspace(@Nullable Membership membership) {
        return membership == null
                ? Map.of()
                : Map.of(
                        "id", membership.workspace().id().toString(),
                        "slug", membership.workspace().slug(),
                        "name", membership.workspace().name(),
                        "role", membership.role().name());
    }

    private static void putIfThere(Map<String, Object> map, String name, @Nullable String value) {
        if (value != null) {
            map.put(name, value);
        }
    }
}
