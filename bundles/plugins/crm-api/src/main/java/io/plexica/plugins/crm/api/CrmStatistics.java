package io.plexica.plugins.crm.api;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Figures about the contacts and deals of the caller's workspace, as far as the caller may see them. Safe for all threads.
 */
@ProviderType
public interface CrmStatistics {

    /**
     * How many contacts there are.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code permission-denied} without {@code crm:contacts:read}
     */
    long contacts();

    /**
     * What has become of the deals.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code permission-denied} without {@code crm:deals:read}
     */
    DealFigures deals();
}
