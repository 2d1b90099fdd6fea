package io.plexica.plugins.internal.plan;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How a wish comes true.
 *
 * @param wish the wish
 * @param steps what to do, in this order, what the wish itself is about last; empty when nothing is left to do
 * @param problems all that stands in the way; nothing may be done unless this is empty
 * @param dependants the ids of the tenant's other plugins that need the one that the wish is about
 */
public record Plan(InstallationRequest wish, List<Step> steps, List<Problem> problems, List<String> dependants) {

    public Plan {
        steps = List.copyOf(steps);
        problems = List.copyOf(problems);
        dependants = List.copyOf(dependants);
    }

    /**
     * Refuses what cannot be done.
     *
     * @throws PlexicaException with the code of the first problem, and the sentences of all
     */
    public void demandFeasible() {
        if (problems.isEmpty()) {
            return;
        }
        Problem first = problems.get(0);
        StringBuilder detail = new StringBuilder(first.message());
        for (Problem other : problems.subList(1, problems.size())) {
            detail.append("; ").append(other.reason().equals(first.reason()) ? other.sentence() : other.message());
        }
        PlexicaException refusal =
                new PlexicaException(first.code(), detail.toString()).with("plugin", wish.pluginId());
        for (Map.Entry<String, Object> member : first.members().entrySet()) {
            refusal = refusal.with(member.getKey(), member.getValue());
        }
        List<FieldError> parts =
                problems.stream().map(Problem::part).flatMap(Stream::ofNullable).toList();
        throw parts.isEmpty() ? refusal : refusal.withErrors(parts);
    }
}
