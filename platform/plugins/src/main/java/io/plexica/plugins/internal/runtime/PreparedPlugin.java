package io.plexica.plugins.internal.runtime;

import io.plexica.plugins.internal.check.Candidate;
import io.plexica.plugins.internal.host.HostedPlugin;
import java.util.List;

/**
 * A plugin version whose bundle runs, but that nobody can call yet.
 *
 * @param candidate what it is
 * @param hosted its bundle
 * @param resources its resources
 * @param gate where calls from other plugins come in
 */
public record PreparedPlugin(Candidate candidate, HostedPlugin hosted, List<Object> resources, CallGate gate) {

    /** One that nobody has called. */
    PreparedPlugin(Candidate candidate, HostedPlugin hosted, List<Object> resources) {
        this(candidate, hosted, resources, new CallGate());
    }

    public PreparedPlugin {
        resources = List.copyOf(resources);
    }

    @Override
    public String toString() {
        return candidate.ref().toString();
    }
}
