package io.plexica.authorization.internal.check;

import io.plexica.authorization.internal.engine.ConditionWriter;
import io.plexica.authorization.internal.engine.ReasonedDecision;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a policy comes to for somebody, whatever roles and other policies say.
 *
 * @param effect what it does when it applies
 * @param outcome {@code true}, {@code false} or {@code unknown}
 * @param condition what settled it
 * @param denies whether it would keep this user from it
 */
public record PolicyTrial(
        String effect, String outcome, @Nullable Map<String, Object> condition, boolean denies) {

    static PolicyTrial of(String effect, ReasonedDecision finding) {
        return new PolicyTrial(
                effect,
                String.valueOf(finding.truth()).toLowerCase(Locale.ROOT),
                finding.condition() == null ? null : ConditionWriter.tree(finding.condition()),
                !finding.allowed());
    }

    /** The same as a sentence. */
    public String words() {
        return "The conditions are " + outcome + ", so this " + effect + " policy "
                + (denies ? "keeps the user from it." : "does not stand in the way.");
    }
}
