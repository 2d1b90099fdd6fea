package io.plexica.plugins.internal.plan;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that stands in the way.
 *
 * @param code how it is answered
 * @param reason a stable word such as {@code dependants}, put before the sentence; empty for none
 * @param sentence what is wrong and what to do
 * @param members what else the answer carries
 * @param part which part of what there is is at fault; null for none in particular
 */
public record Problem(
        ErrorCode code,
        String reason,
        String sentence,
        Map<String, Object> members,
        @Nullable FieldError part) {

    public Problem {
        members = Map.copyOf(members);
    }

    /** One of no part in particular. */
    Problem(ErrorCode code, String reason, String sentence, Map<String, Object> members) {
        this(code, reason, sentence, members, null);
    }

    static Problem conflict(String reason, String sentence) {
        return new Problem(ErrorCode.CONFLICT, reason, sentence, Map.of());
    }

    static Problem dependants(String sentence, List<String> dependants) {
        return new Problem(ErrorCode.CONFLICT, "dependants", sentence, Map.of("dependants", dependants));
    }

    static Problem of(ErrorCode code, String sentence) {
        return new Problem(code, "", sentence, Map.of());
    }

    /** The sentence with its reason. */
    public String message() {
        return reason.isEmpty() ? sentence : reason + ": " + sentence;
    }
}
