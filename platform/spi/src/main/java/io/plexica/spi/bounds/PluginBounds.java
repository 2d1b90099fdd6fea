package io.plexica.spi.bounds;

import org.osgi.annotation.versioning.ProviderType;

/** What the platform lets one plugin do, as it is configured now. Answered from memory; safe for all threads. */
@ProviderType
public interface PluginBounds {

    /** The same object until somebody changes it. */
    BoundSettings bounds();
}
