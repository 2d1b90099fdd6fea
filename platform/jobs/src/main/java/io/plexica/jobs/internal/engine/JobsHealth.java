package io.plexica.jobs.internal.engine;

import io.plexica.spi.health.HealthCheck;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Whether this node looks for jobs that are due. */
@Component
public final class JobsHealth implements HealthCheck {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Engine engine;

    @Override
    public String name() {
        return "jobs";
    }

    @Override
    public boolean neededForReady() {
        return false;
    }

    @Override
    public Health check() {
        Engine present = engine;
        if (present == null) {
            return Health.down("Jobs are not run yet");
        }
        String failure = present.failure();
        return failure == null ? Health.UP : Health.down("Jobs are not run: " + failure);
    }
}
