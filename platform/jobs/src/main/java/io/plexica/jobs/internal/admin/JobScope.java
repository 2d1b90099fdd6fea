package io.plexica.jobs.internal.admin;

import io.plexica.jobs.internal.own.PlatformJobs;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose jobs somebody sees and changes.
 *
 * @param slugs tenants, the empty slug for the platform itself; null for all
 */
public record JobScope(@Nullable Set<String> slugs) {

    /** All there are. */
    public static final JobScope ALL = new JobScope(null);

    public JobScope {
        slugs = slugs == null ? null : Set.copyOf(slugs);
    }

    /** Those of a tenant. */
    public static JobScope of(String slug) {
        return new JobScope(Set.of(slug));
    }

    /** Those of a tenant, and of the platform itself. */
    public static JobScope ofPlatformAnd(String slug) {
        return new JobScope(Set.of(slug, PlatformJobs.NO_TENANT));
    }

    /** Whether a tenant's are among them. */
    boolean covers(String slug) {
        return slugs == null || slugs.contains(slug);
    }

    /** The slugs for a statement; null for all. */
    String @Nullable [] array() {
        return slugs == null ? null : List.copyOf(slugs).toArray(String[]::new);
    }
}
