package io.plexica.plugins.internal.runtime;

import io.plexica.spi.health.HealthCheck;
import io.plexica.spi.plugins.PluginCalls;
import io.plexica.spi.plugins.PluginRef;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Whether the plugins are up. The platform is not ready before all were tried; afterwards one that is broken makes it
 * degraded, not unready, since the others serve.
 */
@Component
public final class PluginsHealth implements HealthCheck {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Convergence convergence;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable PluginCalls calls;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable HarmWatch harm;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable DroppedLogLines dropped;

    @Override
    public String name() {
        return "plugins";
    }

    @Override
    public boolean neededForReady() {
        Convergence present = convergence;
        return present == null || !present.isSettled();
    }

    @Override
    public Health check() {
        Convergence present = convergence;
        if (present == null || !present.isSettled()) {
            return Health.down("Plugins are still being started");
        }
        Map<PluginRef, String> problems = present.registry().problems();
        Health health = problems.isEmpty() ? Health.UP : down(problems);
        return health.with(VersionHealth.of(present.registry(), present.leaks(), calls, harm, dropped));
    }

    private static Health down(Map<PluginRef, String> problems) {
        return Health.down(problems.entrySet().stream()
                .map(problem -> problem.getKey() + ": " + problem.getValue())
                .sorted()
                .collect(Collectors.joining("; ")));
    }
}
