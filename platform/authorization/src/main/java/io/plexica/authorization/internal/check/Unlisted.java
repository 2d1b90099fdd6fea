package io.plexica.authorization.internal.check;

import io.plexica.authorization.internal.check.Answer.Way;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.authorization.PermissionKeys;
import io.plexica.spi.authorization.Verdict;
import io.plexica.spi.context.ExecutionContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer for operators and machines, whose rights come with them and not from a tenant's tables. */
final class Unlisted {

    private Unlisted() {}

    static Answer answer(ExecutionContext context, String permission, @Nullable Map<String, ?> resource) {
        Grants grants = context.grants();
        boolean granted = grants.covers(permission);
        boolean allowed = resource == null
                ? grants.decide(permission, context.remoteAddress()) == Verdict.ALLOW
                : grants.allows(permission, resource, context.remoteAddress());
        String role = grants.roles().stream().findFirst().orElse(null);
        List<Way> ways = grants.keys().stream()
                .filter(key -> PermissionKeys.covers(key, permission))
                .map(key -> new Way(role == null ? "key" : role, "user", null, key))
                .toList();
        String reason = granted && !allowed ? "policy" : "role";
        return new Answer(allowed, reason, granted ? role : null, null, null, ways, List.of(), words(granted, allowed));
    }

    private static String words(boolean granted, boolean allowed) {
        if (allowed) {
            return "Yes. What you were given covers it.";
        }
        return granted ? "No. A policy of the tenant denies it." : "No. What you were given does not cover it.";
    }
}
