package io.plexica.plugins.internal.rollout;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to roll out.
 *
 * @param version the version that tenants are to be on
 * @param tenants these tenants; null unless they are chosen by name
 * @param percentage this part of the tenants that have the plugin; null unless they are chosen so
 * @param plan the tenants on this plan; null unless they are chosen so
 */
public record RolloutWish(
        @Nullable String version,
        @Nullable List<String> tenants,
        @Nullable Integer percentage,
        @Nullable String plan) {

    /**
     * The wish, if it can be understood.
     *
     * @throws PlexicaException {@code validation-failed} with everything that is wrong
     */
    public static RolloutWish checked(@Nullable RolloutWish wish) {
        RolloutWish wanted = wish == null ? new RolloutWish(null, null, null, null) : wish;
        List<FieldError> problems = wanted.problems();
        if (!problems.isEmpty()) {
            throw PlexicaException.validation(problems);
        }
        return wanted;
    }

    /** The version, after the check. */
    String target() {
        return Objects.requireNonNull(version);
    }

    private List<FieldError> problems() {
        List<FieldError> problems = new ArrayList<>();
        if (version == null || version.isBlank()) {
            problems.add(new FieldError("/version", "is missing: it is the version that tenants are to be on"));
        }
        long selectors =
                Stream.of(tenants, percentage, plan).filter(Objects::nonNull).count();
        if (selectors > 1) {
            problems.add(new FieldError("", "must have one of tenants, percentage and plan, or none for all tenants"));
        }
        if (tenants != null) {
            names(tenants, problems);
        }
        if (percentage != null && (percentage < 1 || percentage > 100)) {
            problems.add(new FieldError("/percentage", "must be from 1 to 100"));
        }
        if (plan != null && plan.isBlank()) {
            problems.add(new FieldError("/plan", "must name a plan"));
        }
        return problems;
    }

    private static void names(List<String> tenants, List<FieldError> problems) {
        if (tenants.isEmpty()) {
            problems.add(new FieldError("/tenants", "must name a tenant; leave it out for all"));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < tenants.size(); i++) {
            String slug = tenants.get(i);
            if (slug == null || slug.isBlank()) {
                problems.add(new FieldError("/tenants/" + i, "must be a tenant's slug"));
            } else if (!seen.add(slug)) {
                problems.add(new FieldError("/tenants/" + i, "'" + slug + "' is there more than once"));
            }
        }
    }
}
