package io.plexica.web.internal.guard;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.identity.Principal;
import io.plexica.web.internal.call.Call;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** May the caller do this? */
final class PermissionCheck implements GuardCheck {

    @Override
    public @Nullable PlexicaException refusal(Call call, Guard guard) {
        return switch (guard.kind()) {
            case PUBLIC, OPTIONAL, AUTHENTICATED -> null;
            case PERMISSION -> permission(call.context().grants(), guard);
            case ROLE -> role(call.context().grants(), guard);
            case SUPER_ADMIN -> superAdmin(call.context().principal());
            case MISSING -> denied("This method says nothing about who may call it, so nobody may");
        };
    }

    private static @Nullable PlexicaException permission(Grants grants, Guard guard) {
        List<String> keys = guard.values();
        boolean granted = holds(grants, guard);
        if (granted) {
            return null;
        }
        String needed = String.join(guard.all() ? " and " : " or ", keys);
        return denied("You need the permission " + needed + "; ask an admin of your tenant for it")
                .with("requiredPermissions", keys);
    }

    private static boolean holds(Grants grants, Guard guard) {
        for (String key : guard.values()) {
            boolean held = grants.covers(key);
            if (held != guard.all()) {
                return held;
            }
        }
        return guard.all();
    }

    private static @Nullable PlexicaException role(Grants grants, Guard guard) {
        if (guard.values().stream().anyMatch(grants.roles()::contains)) {
            return null;
        }
        return denied("You need the role " + String.join(" or ", guard.values()) + "; ask an admin of your tenant")
                .with("requiredPermissions", List.of());
    }

    private static @Nullable PlexicaException superAdmin(@Nullable Principal principal) {
        if (principal != null && principal.superAdmin()) {
            return null;
        }
        return denied("Only an operator of the platform may do this").with("requiredPermissions", List.of());
    }

    private static PlexicaException denied(String detail) {
        return new PlexicaException(ErrorCode.PERMISSION_DENIED, detail);
    }
}
