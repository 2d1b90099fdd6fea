package io.plexica.search.internal.index;

import io.plexica.api.problem.PlexicaException;
import io.plexica.search.internal.Engines;
import io.plexica.search.internal.SearchMeters;
import io.plexica.search.internal.SearchSettings;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.search.Entry;
import io.plexica.spi.search.IndexRef;
import io.plexica.spi.search.SearchEngine;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells an engine beside the database what has committed: every node does, each its part. What a node took and did not tell
 * comes to the next one once its lease is over; told twice, or out of order, it is the same by its version.
 */
@Component(service = ChangeDelivery.class, immediate = true)
public final class ChangeDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeDelivery.class);
    private static final int BATCH = 200;

    /** Longer than an engine may take for a batch. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Engines engines;
    private final IndexTable lanes;
    private final PendingChanges changes;
    private final SearchMeters meters;
    private final WorkerSchedule rounds;
    private volatile @Nullable String trouble;

    /** Begins to look. */
    @Activate
    public ChangeDelivery(
            @Reference Database database,
            @Reference Engines engines,
            @Reference IndexTable lanes,
            @Reference SearchSettings settings,
            @Reference SearchMeters meters,
            @Reference(target = "(plexica.room=search)") SchemaReady schemaReady) {
        this(database, engines, lanes, settings, meters);
    }

    /** For tests. */
    public ChangeDelivery(
            Database database, Engines engines, IndexTable lanes, SearchSettings settings, SearchMeters meters) {
        this.engines = engines;
        this.lanes = lanes;
        this.meters = meters;
        this.changes = new PendingChanges(database, engines.name());
        this.rounds = new WorkerSchedule("plexica-search", this::round, settings.poll());
    }

    /** Stops; what is under way is told again by whoever comes next. */
    @Deactivate
    public void close() {
        rounds.stop();
    }

    /** What waits. */
    PendingChanges changes() {
        return changes;
    }

    /** There is something to tell. */
    void wake() {
        rounds.wake();
    }

    /** Why nothing could be told when it was last tried; null when all was well. */
    @Nullable
    String trouble() {
        return trouble;
    }

    private boolean round() {
        if (engines.isJoining()) {
            return true;
        }
        ExecutionContext context =
                ExecutionContext.platform(Contexts.newTraceId()).as(Principal.SYSTEM, Grants.NONE);
        try (Contexts.Scope scope = Contexts.open(context)) {
            SearchEngine engine = engines.current();
            List<Change> taken = changes.take(BATCH, LEASE);
            if (taken.isEmpty() && trouble != null && changes.waiting().count() == 0) {
                trouble = null;
            }
            while (!taken.isEmpty() && tell(engine, taken)) {
                taken = changes.take(BATCH, LEASE);
            }
            return trouble == null;
        } catch (PlexicaException e) {
            trouble = e.detail();
            throw e;
        }
    }

    private boolean tell(SearchEngine engine, List<Change> taken) {
        try {
            Map<String, List<Change>> byPlugin = taken.stream()
                    .collect(Collectors.groupingBy(
                            change -> change.tenant() + " " + change.plugin(),
                            LinkedHashMap::new,
                            Collectors.toList()));
            for (List<Change> some : byPlugin.values()) {
                tellOne(engine, some);
                changes.done(some);
            }
            trouble = null;
            return true;
        } catch (IOException e) {
            if (trouble == null) {
                LOG.warn("The search engine is not told what has changed, which is tried again: {}", e.getMessage());
            }
            trouble = String.valueOf(e.getMessage());
            meters.failed(taken.size());
            changes.again(taken, PAUSE);
            return false;
        }
    }

    /** Of several of one document the last is enough. */
    private void tellOne(SearchEngine engine, List<Change> some) throws IOException {
        String tenant = some.get(0).tenant();
        String plugin = some.get(0).plugin();
        Map<String, Change> last = new LinkedHashMap<>();
        some.forEach(
                change -> last.put(change.entry().type() + "/" + change.entry().id(), change));
        List<Entry> entries = last.values().stream().map(Change::entry).toList();
        IndexRoute lane = lanes.find(tenant, plugin);
        List<SearchEngine.Refused> refused =
                engine.write(new IndexRef(tenant, plugin, lane.generation()), true, entries);
        meters.told(entries.size(), refused.size());
        report(refused);
        if (lane.building() != null) {
            report(engine.write(new IndexRef(tenant, plugin, lane.building()), false, entries));
        }
    }

    private static void report(List<SearchEngine.Refused> refused) {
        refused.forEach(one -> LOG.error(
                "The search engine does not take the document {} {}: {}",
                one.entry().type(),
                one.entry().id(),
                one.reason()));
    }
}
