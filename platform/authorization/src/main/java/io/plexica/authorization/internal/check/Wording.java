package io.plexica.authorization.internal.check;

import io.plexica.authorization.internal.check.Answer.PolicyName;
import io.plexica.authorization.internal.check.Answer.Way;
import io.plexica.authorization.internal.engine.ConditionWriter;
import io.plexica.authorization.internal.engine.Finding;
import io.plexica.authorization.internal.engine.Policy;
import io.plexica.authorization.internal.engine.Truth;
import io.plexica.spi.tenancy.Workspaces.Membership;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts what was found into words. */
record Wording(Question question, Person person, Finding finding, boolean capped, List<Way> ways) {

    String reason() {
        if (capped) {
            return "workspace-role";
        }
        return finding.policy() == null ? "role" : "policy";
    }

    @Nullable
    PolicyName policy() {
        Policy policy = finding.policy();
        return policy == null ? null : new PolicyName(policy.id(), policy.name());
    }

    @Nullable
    Map<String, Object> condition() {
        return finding.condition() == null ? null : ConditionWriter.tree(finding.condition());
    }

    String explanation() {
        String answer = (finding.allowed() ? "Yes. " : "No. ") + because();
        return person.active() ? answer : answer + " " + person.name() + " is not active and cannot sign in, though.";
    }

    private String because() {
        Policy policy = finding.policy();
        String name = policy == null ? "" : "'" + policy.name() + "'";
        return switch (finding.reason()) {
            case NO_ROLE -> capped ? cap() : "No role of " + person.name() + " grants " + question.permission() + ".";
            case ROLE -> granted() + ", and no policy objects.";
            case ALLOWED_BY_POLICY -> granted() + ", and the policy " + name + " allows it.";
            case DENIED_BY_POLICY -> granted() + ", but the policy " + name + " denies it" + unknown() + ".";
            case ALLOWED_BY_NONE ->
                granted() + ", but none of the policies that say when it is allowed is true: "
                        + name + " is " + (finding.truth() == Truth.UNKNOWN ? "not known to be" : "not") + " true"
                        + unknown() + ".";
        };
    }

    private String unknown() {
        if (finding.truth() != Truth.UNKNOWN) {
            return "";
        }
        return question.resource() == null
                ? ", since what it asks of the resource is unknown: ask about one resource"
                : ", since something that it asks for is missing or of another kind";
    }

    private String granted() {
        String roles = ways.stream()
                .map(way -> way.role() + (way.team() == null ? "" : " (through the team " + way.team() + ")"))
                .distinct()
                .collect(Collectors.joining(", "));
        return "The " + (roles.contains(",") ? "roles " : "role ") + roles + " of " + person.name() + " grant"
                + (roles.contains(",") ? " " : "s ") + question.permission();
    }

    private String cap() {
        Membership place = question.place();
        String where = place == null ? "this workspace" : place.workspace().name();
        return granted() + ", but " + person.name() + " is a VIEWER in " + where + ", and viewers only read there.";
    }
}
