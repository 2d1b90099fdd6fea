package io.plexica.web.internal.bounds;

import io.plexica.api.manifest.PluginManifest.Limits;
import io.plexica.spi.plugins.PluginCalls;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.threads.Daemons;
import io.plexica.web.internal.settings.WebSettings;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Keeps account of the calls within plugins, and watches over them. Safe for all threads. */
@Component(service = {PluginCalls.class, CallBoard.class})
public final class CallBoard implements PluginCalls {

    private static final Duration TIDY = Duration.ofMinutes(5);
    private static final Duration IDLE = Duration.ofHours(1);

    private final WebSettings settings;
    private final CallWatch watch = new CallWatch();
    private final Map<PluginRef, VersionCalls> versions = new ConcurrentHashMap<>();
    private final Map<String, PluginThreads> threads = new ConcurrentHashMap<>();
    private final ScheduledExecutorService worker;

    /** Begins to watch. */
    @Activate
    public CallBoard(@Reference WebSettings settings) {
        this.settings = settings;
        this.worker = Executors.newSingleThreadScheduledExecutor(Daemons.named("plexica-web-watch"));
        long pause = CallWatch.pause().toMillis();
        worker.scheduleWithFixedDelay(() -> safely(watch::look), pause, pause, TimeUnit.MILLISECONDS);
        worker.scheduleWithFixedDelay(() -> safely(this::tidy), TIDY.toMinutes(), TIDY.toMinutes(), TimeUnit.MINUTES);
    }

    /** Watches no more. */
    @Deactivate
    public void close() {
        worker.shutdownNow();
        watch.close();
    }

    /** An account of a version, which nobody sees yet. */
    public VersionCalls account(PluginRef plugin, Limits asked) {
        return new VersionCalls(plugin, asked, settings, watch, this::threads);
    }

    /** Shows an account from now on, in the place of one that there was under the same name. */
    public void open(VersionCalls calls) {
        versions.put(calls.plugin(), calls);
    }

    /** Shows an account no more. */
    public void close(VersionCalls calls) {
        versions.remove(calls.plugin(), calls);
    }

    @Override
    public Counts counts(PluginRef plugin, @Nullable String tenantSlug) {
        VersionCalls version = versions.get(plugin);
        Tally tally = new Tally();
        if (version != null && tenantSlug == null) {
            tally = version.tally();
        } else if (version != null) {
            TenantCalls tenant = version.tenants().get(tenantSlug);
            if (tenant != null) {
                tenant.addTo(tally);
            }
        }
        return new Counts(tally.calls + tally.leftAlone, tally.errors + tally.leftAlone);
    }

    @Override
    public Figures figures(PluginRef plugin) {
        VersionCalls version = versions.get(plugin);
        Tally tally = version == null ? new Tally() : version.tally();
        return tally.figures(watch.hung(plugin));
    }

    @Override
    public Map<String, Figures> byTenant(PluginRef plugin) {
        Map<String, Figures> found = new TreeMap<>();
        VersionCalls version = versions.get(plugin);
        if (version != null) {
            for (TenantCalls tenant : version.tenants().values()) {
                Tally tally = new Tally();
                tenant.addTo(tally);
                found.put(tenant.slug(), tally.figures(watch.hung(plugin, tenant.slug())));
            }
        }
        return found;
    }

    /** The accounts that are shown. */
    Collection<VersionCalls> versions() {
        return List.copyOf(versions.values());
    }

    private PluginThreads threads(String pluginId) {
        return threads.computeIfAbsent(pluginId, id -> new PluginThreads());
    }

    private void tidy() {
        long now = System.nanoTime();
        versions.values().forEach(version -> version.tidy(now, IDLE.toNanos()));
    }

    /** A look that fails must not be the last. */
    private static void safely(Runnable look) {
        try {
            look.run();
        } catch (RuntimeException | LinkageError e) {
            CallWatch.LOG.error("Calls could not be watched", e);
        }
    }
}
