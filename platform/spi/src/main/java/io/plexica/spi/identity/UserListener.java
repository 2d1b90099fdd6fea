package io.plexica.spi.identity;

import java.util.UUID;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Takes part in changes of a tenant's users: register it as a service. Called in the unit of work of the change, on its
 * thread; what it throws undoes the change. Of the platform's own people, the super admins, nobody is told.
 */
@ConsumerType
public interface UserListener {

    /** A user has come into the tenant: created by somebody, or seen for the first time. */
    void created(String tenantSlug, UUID userId);

    /** A user's profile or status has changed; most do not mind. */
    default void updated(String tenantSlug, UUID userId) {}

    /** A user is about to be removed from the tenant; take away what is kept of them. */
    default void removed(String tenantSlug, UUID userId) {}

    /** The same for who knows people by more than their ids. */
    default void removed(String tenantSlug, UserSummary user) {
        removed(tenantSlug, user.id());
    }
}
