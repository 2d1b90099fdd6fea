package io.plexica.jobs.internal.own;

import io.plexica.jobs.internal.time.ScheduleTimes;
import io.plexica.spi.jobs.JobHandlers.Declared;
import io.plexica.spi.jobs.PlatformJob;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The jobs of the platform itself that the rooms of this node have registered. Safe for all threads. */
@Component(service = PlatformJobs.class)
public final class PlatformJobs {

    /** In place of a tenant's slug. */
    public static final String NO_TENANT = "";

    private static final Logger LOG = LoggerFactory.getLogger(PlatformJobs.class);

    private final Map<String, PlatformJob> known = new ConcurrentHashMap<>();
    private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();

    /** Knows none. */
    @Activate
    public PlatformJobs() {}

    /** A room has one. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void add(PlatformJob job) {
        String problem = ScheduleTimes.problem(job.schedule());
        if (problem != null) {
            LOG.error("The job {} of the platform does not run: {}", job.name(), problem);
            return;
        }
        known.put(job.name(), job);
        listeners.forEach(Runnable::run);
    }

    /** A room has it no longer. */
    public void remove(PlatformJob job) {
        known.remove(job.name(), job);
    }

    /** One of them; empty while no room of this node has it. */
    public Optional<PlatformJob> find(String name) {
        return Optional.ofNullable(known.get(name));
    }

    /** All of them, as jobs of plugins are declared. */
    public List<Declared> declared() {
        return known.values().stream()
                .map(job -> new Declared(PlatformJob.OWNER, job.name(), job.schedule()))
                .toList();
    }

    /** Runs this, which must return at once, whenever there is one more. */
    public void onAdded(Runnable listener) {
        listeners.add(listener);
    }

    /** Does so no more. */
    public void forget(Runnable listener) {
        listeners.remove(listener);
    }
}
