package io.plexica.spi.data;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Whose connections a tenant's work uses: those that all share, or those of a login and a small pool of its own. The choice
 * is kept in the database and holds on every node. Calls are idempotent, run on connections of their own beside any unit of
 * work, and may block. Safe for all threads.
 */
@ProviderType
public interface TenantPools {

    /**
     * Gives a tenant a login of its own, which may become its roles and the platform's and no other tenant's, and a small
     * pool. Work that is under way ends where it began.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code not-found} when the tenant has no schema
     */
    void dedicate(String slug);

    /** Lets a tenant use what all share, and removes its login. A tenant's login also goes with its schema. */
    void share(String slug);

    /** Whether the tenant has a login and a pool of its own. Answered from memory. */
    boolean isDedicated(String slug);
}
