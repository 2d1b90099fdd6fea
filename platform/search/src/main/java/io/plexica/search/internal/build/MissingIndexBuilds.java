package io.plexica.search.internal.build;

import io.plexica.api.problem.PlexicaException;
import io.plexica.search.internal.index.IndexTable;
import io.plexica.spi.operations.Operations;
import io.plexica.spi.tenancy.Tenant;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has indexes made to which nobody has told what there was before: of plugins that came to search later than to their data,
 * and of all when the engine is another. The first search asks for it. Safe for all threads.
 */
@Component(service = MissingIndexBuilds.class)
public final class MissingIndexBuilds {

    private static final Logger LOG = LoggerFactory.getLogger(MissingIndexBuilds.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final IndexBuilds builds;
    private final IndexTable lanes;
    private final Operations operations;
    private final Map<String, Long> notBefore = new ConcurrentHashMap<>();

    /** Has them made by these. */
    @Activate
    public MissingIndexBuilds(
            @Reference IndexBuilds builds, @Reference IndexTable lanes, @Reference Operations operations) {
        this.builds = builds;
        this.lanes = lanes;
        this.operations = operations;
    }

    /** An index is incomplete. Returns at once; asked again and again, it tries again now and then. */
    public void want(Tenant tenant, String plugin) {
        long now = System.nanoTime();
        String key = tenant.slug() + " " + plugin;
        Long mine = now + PAUSE.toNanos();
        Long holds = notBefore.compute(key, (k, until) -> until == null || until - now <= 0 ? mine : until);
        if (holds.equals(mine)) {
            try {
                operations.start("core.search.reindex", tenant.slug(), progress -> {
                    if (builds.types(tenant, plugin).isEmpty()) {
                        lanes.complete(tenant.slug(), plugin);
                        return null;
                    }
                    return builds.run(tenant, plugin, progress);
                });
            } catch (PlexicaException e) {
                LOG.debug("The index of {} in {} is made later", plugin, tenant.slug(), e);
            }
        }
    }
}
