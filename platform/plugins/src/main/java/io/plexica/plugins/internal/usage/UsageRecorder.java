package io.plexica.plugins.internal.usage;

import io.plexica.plugins.internal.store.Transactions;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.Database;
import io.plexica.spi.threads.Daemons;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts in memory, and writes down every few seconds what has come together. Safe for all threads. */
@Component(service = UsageRecorder.class)
public final class UsageRecorder {

    /** Under which too many different actions are counted. */
    static final String OTHER = "other";

    private static final Logger LOG = LoggerFactory.getLogger(UsageRecorder.class);
    private static final Pattern ACTION = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int MOST_ACTIONS = 200;
    private static final int MOST_REMEMBERED = 5_000;
    private static final int MOST_WAITING = 50_000;
    private static final Comparator<UsageKey> ORDER = Comparator.comparing(UsageKey::pluginId)
            .thenComparing(UsageKey::tenantSlug)
            .thenComparing(UsageKey::action)
            .thenComparing(UsageKey::day);

    private final Database database;
    private final UsageStore store;
    private final Map<UsageKey, UsageCount> counts = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> actions = new ConcurrentHashMap<>();
    private final ScheduledExecutorService worker;

    /** Begins with an empty page. */
    @Activate
    public UsageRecorder(@Reference Database database, @Reference UsageStore store) {
        this.database = database;
        this.store = store;
        this.worker = Executors.newSingleThreadScheduledExecutor(Daemons.named("plexica-plugin-usage"));
        worker.scheduleWithFixedDelay(this::flush, PAUSE.toSeconds(), PAUSE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Writes down what is left. */
    @Deactivate
    public void close() {
        worker.shutdown();
        flush();
    }

    /**
     * Whether an action is one.
     *
     * @throws IllegalArgumentException when it is not
     */
    static void demandAction(String action) {
        if (!ACTION.matcher(action).matches()) {
            throw new IllegalArgumentException(
                    "'" + action + "' is no action: up to 64 lower-case letters, digits, dots,"
                            + " hyphens and underscores, such as contact-exported");
        }
    }

    /** Counts an action. */
    void count(String tenantSlug, String pluginId, String action) {
        if (counts.size() >= MOST_WAITING) {
            LOG.debug("Usage of {} in {} is not counted: too much has not been written down", pluginId, tenantSlug);
            return;
        }
        Instant now = Instant.now();
        LocalDate day = now.atZone(ZoneOffset.UTC).toLocalDate();
        UsageKey key = new UsageKey(tenantSlug, pluginId, distinct(tenantSlug, pluginId, action), day);
        counts.merge(key, new UsageCount(1, now), UsageCount::plus);
    }

    /** Writes down what has been counted. What cannot be written waits for the next time. */
    public synchronized void flush() {
        if (actions.size() > MOST_REMEMBERED) {
            actions.clear();
        }
        Map<UsageKey, UsageCount> taken = new TreeMap<>(ORDER);
        for (UsageKey key : counts.keySet()) {
            UsageCount count = counts.remove(key);
            if (count != null) {
                taken.put(key, count);
            }
        }
        if (taken.isEmpty()) {
            return;
        }
        ExecutionContext context = ExecutionContext.platform(Contexts.newTraceId());
        try (Contexts.Scope scope = Contexts.open(context)) {
            Transactions.alone(database, () -> store.add(taken));
        } catch (RuntimeException e) {
            LOG.debug("Usage could not be written down; it is tried again", e);
            taken.forEach((key, count) -> counts.merge(key, count, UsageCount::plus));
        }
    }

    /** The action, or the name under which it is counted with others. */
    private String distinct(String tenantSlug, String pluginId, String action) {
        Set<String> known = actions.computeIfAbsent(tenantSlug + "/" + pluginId, key -> ConcurrentHashMap.newKeySet());
        if (known.contains(action)) {
            return action;
        }
        synchronized (known) {
            return known.size() < MOST_ACTIONS && known.add(action) ? action : OTHER;
        }
    }
}
