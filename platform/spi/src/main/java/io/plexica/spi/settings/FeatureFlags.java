package io.plexica.spi.settings;

import io.plexica.spi.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Features that operators switch on and off, for all, for plans, or for single tenants. Safe for all threads. */
@ProviderType
public interface FeatureFlags {

    /**
     * Whether a feature is on: what was decided for the tenant itself counts first, then its plan, then what holds for all.
     * A flag that nobody has made is off. Answered from memory; a change shows on every node within a second.
     *
     * @param tenant null for work of the platform itself, for which only what holds for all counts
     */
    boolean isOn(String key, @Nullable Tenant tenant);
}
