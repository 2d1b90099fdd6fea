package io.plexica.api.analytics;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Counts how often something is done with a plugin, per tenant and day, for {@code GET /api/v1/plugins/<id>/stats}. Counting
 * costs next to nothing and reaches the database in batches: what was counted in the last seconds before a crash is lost. A
 * service of bundle scope: inject it with {@code @Reference}. Safe for all threads.
 */
@ProviderType
public interface Usage {

    /**
     * Counts an action of the tenant for which the calling thread works, once the current unit of work has committed; at once
     * where none is open. Up to 200 different actions of a plugin are told apart in a tenant, further ones are counted
     * together as {@code other}.
     *
     * @param action what was done, such as {@code contact-exported}: up to 64 lower-case letters, digits, dots, hyphens and
     *     underscores, never a name or another personal detail
     * @throws IllegalArgumentException when the action is not of that form
     * @throws io.plexica.api.problem.PlexicaException {@code internal-error} outside a tenant
     */
    void track(String action);
}
