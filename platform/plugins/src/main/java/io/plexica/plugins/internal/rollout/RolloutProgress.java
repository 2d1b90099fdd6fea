package io.plexica.plugins.internal.rollout;

/** Hears how far a rollout is. */
@FunctionalInterface
public interface RolloutProgress {

    /**
     * A tenant is done, in whatever way.
     *
     * @param done how many tenants are done
     * @param all how many there are
     * @param sentence what became of this one
     */
    void done(int done, int all, String tenantSlug, String sentence);
}
