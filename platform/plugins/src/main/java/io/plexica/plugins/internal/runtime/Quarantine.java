package io.plexica.plugins.internal.runtime;

import io.plexica.spi.plugins.PluginRef;

/** Stops versions that harm others. Safe for all threads. */
public interface Quarantine {

    /**
     * Stops a version for all tenants, on all nodes, until somebody releases it. Nothing happens when it is stopped already.
     *
     * @param reason what it did, a sentence for operators
     */
    void quarantine(PluginRef plugin, String reason);
}
