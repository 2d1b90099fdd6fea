package io.plexica.api.jobs;

import java.time.Instant;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Asks for single runs of a plugin's own jobs, beside those that their schedule brings. What is asked for commits with the
 * current unit of work or not at all; tenant and plugin are taken from the database role, so that nobody asks for another's
 * job. A service of bundle scope: inject it with {@code @Reference}. Safe for all threads.
 */
@ProviderType
public interface Jobs {

    /**
     * Asks for one run. It waits while the tenant is suspended or has the plugin disabled, and goes when the plugin's data
     * there goes.
     *
     * @param name one of the jobs that the plugin's manifest lists
     * @param at when it is due; at once when that has passed
     * @param payload what the handler is told, as a value that Jackson writes as a JSON object of at most 64 KiB
     * @return what to {@link #cancel} it by
     * @throws io.plexica.api.problem.PlexicaException {@code internal-error} for a name that the manifest does not list, a
     *     payload that is no such object, and outside a tenant's unit of work; {@code conflict} when the plugin has 10,000 such
     *     runs waiting in the tenant
     */
    UUID schedule(String name, Instant at, Object payload);

    /**
     * Takes back what was asked for, with the current unit of work.
     *
     * @return whether it was still waiting; false also while it runs
     */
    boolean cancel(UUID id);
}
