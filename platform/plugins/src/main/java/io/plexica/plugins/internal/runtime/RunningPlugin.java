package io.plexica.plugins.internal.runtime;

import io.plexica.plugins.internal.check.Candidate;
import io.plexica.plugins.internal.host.HostedPlugin;
import io.plexica.spi.web.PluginServers.PluginServer;

/**
 * A plugin version that is being served.
 *
 * @param prepared its bundle and resources
 * @param server what answers for it
 */
public record RunningPlugin(PreparedPlugin prepared, PluginServer server) {

    /** What it is. */
    public Candidate candidate() {
        return prepared.candidate();
    }

    /** Its bundle. */
    public HostedPlugin hosted() {
        return prepared.hosted();
    }

    /** Where calls from other plugins come in. */
    public CallGate gate() {
        return prepared.gate();
    }

    @Override
    public String toString() {
        return prepared.toString();
    }
}
