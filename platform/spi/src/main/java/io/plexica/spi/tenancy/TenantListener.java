package io.plexica.spi.tenancy;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears of changes of tenants: register it as a service. Called on the thread of the change after it has been committed;
 * must return quickly and not throw.
 */
@ConsumerType
public interface TenantListener {

    /** A tenant has a new status, name or plan, or is gone (status DELETED). */
    void changed(Tenant tenant);
}
