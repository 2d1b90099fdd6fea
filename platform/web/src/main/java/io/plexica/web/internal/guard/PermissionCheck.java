package io.plexica.web.internal.guard;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.authorization.Verdict;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.web.internal.call.Call;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** May the caller do this? */
final class PermissionCheck implements GuardCheck {

    @Override
    public @Nullable PlexicaException refusal(Call call, Guard guard) {
        return switch (guard.kind()) {
            case PUBLIC, OPTIONAL, AUTHENTICATED -> null;
            case PERMISSION -> permission(call.context(), guard);
            case ROLE -> role(counting(call.context(), guard), guard);
            case SUPER_ADMIN -> superAdmin(call.context().principal());
            case MISSING -> denied("This method says nothing about who may call it, so nobody may");
        };
    }

    private static @Nullable PlexicaException permission(ExecutionContext context, Guard guard) {
        Grants grants = counting(context, guard);
        boolean granted =
                guard.all() ? holdsAll(context, grants, guard.values()) : holdsAny(context, grants, guard.values());
        return granted ? null : refusal(context.grants(), grants, guard);
    }

    private static Grants counting(ExecutionContext context, Guard guard) {
        return guard.tenantWide() ? context.grants().own() : context.grants();
    }

    private static boolean holdsAll(ExecutionContext context, Grants grants, List<String> keys) {
        List<String> open = new ArrayList<>();
        for (String key : keys) {
            Verdict verdict = grants.decide(key, context.remoteAddress());
            if (verdict == Verdict.DENY) {
                return false;
            }
            if (verdict == Verdict.OPEN) {
                open.add(key);
            }
        }
        open.forEach(context.obligations()::leaveOpen);
        return true;
    }

    /** What is allowed whatever the resource leaves nothing open; else the method decides under one of the open ones. */
    private static boolean holdsAny(ExecutionContext context, Grants grants, List<String> keys) {
        Set<String> open = null;
        for (String key : keys) {
            Verdict verdict = grants.decide(key, context.remoteAddress());
            if (verdict == Verdict.ALLOW) {
                return true;
            }
            if (verdict == Verdict.OPEN) {
                open = open == null ? new HashSet<>() : open;
                open.add(key);
            }
        }
        if (open == null) {
            return false;
        }
        context.obligations().leaveOneOpen(open);
        return true;
    }

    private static PlexicaException refusal(Grants held, Grants counting, Guard guard) {
        List<String> keys = guard.values();
        String needed = String.join(guard.all() ? " and " : " or ", keys);
        if (covers(counting, guard)) {
            return denied("Your roles grant " + needed + ", but a policy of your tenant denies it here and now;"
                            + " POST /api/v1/authorization/check tells which")
                    .with("requiredPermissions", keys);
        }
        String lent = covers(held, guard)
                ? ": a team lends it to you in this workspace alone, and this changes the tenant as a whole"
                : "";
        return denied("You need the permission " + needed + lent + "; ask an admin of your tenant for it")
                .with("requiredPermissions", keys);
    }

    private static boolean covers(Grants grants, Guard guard) {
        return guard.all()
                ? guard.values().stream().allMatch(grants::covers)
                : guard.values().stream().anyMatch(grants::covers);
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
