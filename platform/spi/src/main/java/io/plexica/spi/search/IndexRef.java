package io.plexica.spi.search;

/**
 * An index: all documents of a plugin in a tenant.
 *
 * @param generation tells an index from the one that takes its place, 1 or more
 */
public record IndexRef(String tenantSlug, String pluginId, long generation) {

    @Override
    public String toString() {
        return pluginId + " in " + tenantSlug + ", generation " + generation;
    }
}
