package io.plexica.plugins.internal.runtime;

import io.plexica.plugins.internal.check.Candidate;
import io.plexica.plugins.internal.host.HostedPlugin;

/**
 * A plugin version whose bundle is linked to what it needs, and none of whose code has run.
 *
 * @param candidate what it is
 * @param hosted its bundle
 * @param takeBack takes back the API bundles that came with it, when it is refused after all; for the {@link PluginWorker}
 */
record InstalledPlugin(Candidate candidate, HostedPlugin hosted, Runnable takeBack) {

    @Override
    public String toString() {
        return candidate.ref().toString();
    }
}
