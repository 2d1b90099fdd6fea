package io.plexica.authorization.internal.check;

import io.plexica.authorization.internal.check.Answer.Way;
import io.plexica.authorization.internal.engine.ReasonedDecision;
import io.plexica.authorization.internal.engine.ReasonedDecision.Reason;
import io.plexica.authorization.internal.grants.HeldGrants;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.authorization.PermissionKeys;
import io.plexica.spi.context.ExecutionContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer for operators and machines, whose rights come with them and not from a tenant's tables. */
final class CarriedRightsAnswer {

    private CarriedRightsAnswer() {}

    static Answer answer(ExecutionContext context, String permission, @Nullable Map<String, ?> resource) {
        Grants grants = context.grants();
        ReasonedDecision finding = find(grants, permission, resource, context.remoteAddress());
        String role = grants.roles().stream().findFirst().orElse(null);
        List<Way> ways = grants.keys().stream()
                .filter(key -> PermissionKeys.covers(key, permission))
                .map(key -> new Way(role == null ? "key" : role, "user", null, key))
                .toList();
        return new Answer(
                finding.allowed(),
                finding.policy() == null ? "role" : "policy",
                ways.isEmpty() ? null : role,
                ExplanationText.policy(finding),
                ExplanationText.condition(finding),
                ways,
                List.of(),
                words(finding, resource != null));
    }

    /** Policies of a tenant bind machines as they bind people, and operators not at all. */
    private static ReasonedDecision find(
            Grants grants, String permission, @Nullable Map<String, ?> resource, @Nullable String remoteAddress) {
        if (grants instanceof HeldGrants held) {
            return held.explain(permission, resource, remoteAddress);
        }
        boolean granted = grants.covers(permission);
        return new ReasonedDecision(granted, granted ? Reason.ROLE : Reason.NO_ROLE, null, null, null);
    }

    private static String words(ReasonedDecision finding, boolean resourceKnown) {
        if (finding.reason() == Reason.NO_ROLE) {
            return "No. What you were given does not cover it.";
        }
        return (finding.allowed() ? "Yes" : "No") + ". What you were given covers it"
                + ExplanationText.judgement(finding, resourceKnown);
    }
}
