package io.plexica.plugins.internal.runtime;

import io.plexica.plugins.internal.check.Candidate;
import io.plexica.plugins.internal.host.HostedPlugin;
import io.plexica.spi.web.PluginServers.PluginServer;

/**
 * A plugin version that is being served.
 *
 * @param candidate what it is
 * @param hosted its bundle
 * @param server what answers for it
 */
public record RunningPlugin(Candidate candidate, HostedPlugin hosted, PluginServer server) {

    @Override
    public String toString() {
        return candidate.ref().toString();
    }
}
