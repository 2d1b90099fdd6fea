package io.plexica.authorization.internal.check;

import io.plexica.authorization.internal.check.Answer.PolicyName;
import io.plexica.authorization.internal.check.Answer.Way;
import io.plexica.authorization.internal.engine.ConditionWriter;
import io.plexica.authorization.internal.engine.Policy;
import io.plexica.authorization.internal.engine.ReasonedDecision;
import io.plexica.authorization.internal.engine.ReasonedDecision.Reason;
import io.plexica.authorization.internal.engine.TruthValue;
import io.plexica.spi.tenancy.Workspaces.Membership;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts what was found into words. */
record ExplanationText(CheckRequest question, Person person, ReasonedDecision finding, boolean capped, List<Way> ways) {

    private static final String CORE = "core:";
    private static final String LENT = " What a team lends changes nothing outside its workspace.";

    String reason() {
        if (capped) {
            return "workspace-role";
        }
        return finding.policy() == null ? "role" : "policy";
    }

    /** The policy that decided; null when none did. */
    static @Nullable PolicyName policy(ReasonedDecision finding) {
        Policy policy = finding.policy();
        return policy == null ? null : new PolicyName(policy.id(), policy.name());
    }

    /** What settled that policy. */
    static @Nullable Map<String, Object> condition(ReasonedDecision finding) {
        return finding.condition() == null ? null : ConditionWriter.tree(finding.condition());
    }

    String explanation() {
        String answer = (finding.allowed() ? "Yes. " : "No. ") + because() + (isLent() ? LENT : "");
        return person.active() ? answer : answer + " " + person.name() + " is not active and cannot sign in, though.";
    }

    /** Whether it is a right of the platform's that teams alone lend, in one workspace. */
    private boolean isLent() {
        return finding.allowed()
                && question.permission().startsWith(CORE)
                && ways.stream().noneMatch(way -> way.team() == null);
    }

    private String because() {
        if (finding.reason() == Reason.NO_ROLE) {
            return capped ? cap() : "No role of " + person.name() + " grants " + question.permission() + ".";
        }
        return granted() + judgement(finding, question.resource() != null);
    }

    /** What became of something that was granted, as the end of a sentence. */
    static String judgement(ReasonedDecision finding, boolean resourceKnown) {
        Policy policy = finding.policy();
        String name = policy == null ? "" : "'" + policy.name() + "'";
        String unknown = finding.truth() == TruthValue.UNKNOWN ? unknown(resourceKnown) : "";
        return switch (finding.reason()) {
            case NO_ROLE -> ".";
            case ROLE -> ", and no policy objects.";
            case ALLOWED_BY_POLICY -> ", and the policy " + name + " allows it.";
            case DENIED_BY_POLICY -> ", but the policy " + name + " denies it" + unknown + ".";
            case ALLOWED_BY_NONE ->
                ", but none of the policies that say when it is allowed is true: "
                        + name + " is " + (finding.truth() == TruthValue.UNKNOWN ? "not known to be" : "not") + " true"
                        + unknown + ".";
        };
    }

    private static String unknown(boolean resourceKnown) {
        return resourceKnown
                ? ", since something that it asks for is missing or of another kind"
                : ", since what it asks of the resource is unknown: ask about one resource";
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
