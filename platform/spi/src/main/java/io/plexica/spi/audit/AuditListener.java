package io.plexica.spi.audit;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears of every recorded change in a tenant: register it as a service. Called in the unit of work of the change, on its
 * thread; what it throws undoes the change. Of changes that concern the platform alone, and of failed attempts, it is not
 * told.
 */
@ConsumerType
@FunctionalInterface
public interface AuditListener {

    /** A change has been recorded, and is not committed yet. */
    void recorded(String tenantSlug, String action, String resourceType, String resourceId);
}
