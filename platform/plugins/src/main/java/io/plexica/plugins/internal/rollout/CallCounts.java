package io.plexica.plugins.internal.rollout;

import io.plexica.spi.plugins.PluginCalls;
import io.plexica.spi.plugins.PluginCalls.Counts;
import io.plexica.spi.plugins.PluginRef;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The counts of calls where somebody counts them; nothing otherwise. Safe for all threads. */
@Component(service = CallCounts.class)
public final class CallCounts {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable PluginCalls calls;

    /** Begins without anybody who counts. */
    @Activate
    public CallCounts() {}

    /** Counts of somebody in particular. */
    public CallCounts(PluginCalls calls) {
        this.calls = calls;
    }

    Counts of(PluginRef plugin, String tenantSlug) {
        PluginCalls present = calls;
        return present == null ? new Counts(0, 0) : present.counts(plugin, tenantSlug);
    }
}
