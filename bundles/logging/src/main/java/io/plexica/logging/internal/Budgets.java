package io.plexica.logging.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/**
 * The budgets of all plugin versions. What a plugin's own bundle writes is one, what others write while they work for it is
 * another, so that a plugin cannot drown what the platform has to say of it. Whatever belongs to no plugin has none. Safe for
 * all threads.
 */
final class Budgets implements Supplier<Map<String, Long>> {

    private static final String SCHEME = "plexica:";
    private static final int PARTS = 4;

    private final Map<String, Optional<Budget>> byBundle = new ConcurrentHashMap<>();
    private final Map<String, Budget> own = new ConcurrentHashMap<>();
    private final Map<String, Budget> about = new ConcurrentHashMap<>();
    private final BundleContext context;

    Budgets(BundleContext context) {
        this.context = context;
    }

    /** The budget of what a bundle writes; null when it is no plugin, or when nobody knows who writes. */
    @Nullable
    Budget own(@Nullable String bundleId) {
        if (bundleId == null) {
            return null;
        }
        Optional<Budget> known = byBundle.get(bundleId);
        if (known == null) {
            known = find(bundleId);
            byBundle.put(bundleId, known);
        }
        return known.orElse(null);
    }

    /** The budget of what others write while they work for a plugin version, such as {@code crm@1.0.0}; null for none. */
    @Nullable
    Budget about(@Nullable String plugin) {
        if (plugin == null) {
            return null;
        }
        Budget known = about.get(plugin);
        return known == null ? about.computeIfAbsent(plugin, name -> new Budget(System.nanoTime())) : known;
    }

    /** How many lines of each plugin version were dropped since the start, by names such as {@code crm@1.0.0}. */
    @Override
    public Map<String, Long> get() {
        Map<String, Long> dropped = new HashMap<>();
        own.forEach((plugin, budget) -> dropped.merge(plugin, budget.refused(), Long::sum));
        about.forEach((plugin, budget) -> dropped.merge(plugin, budget.refused(), Long::sum));
        dropped.values().removeIf(lines -> lines == 0);
        return dropped;
    }

    private Optional<Budget> find(String bundleId) {
        Bundle bundle = context.getBundle(Long.parseLong(bundleId));
        return Optional.ofNullable(bundle == null ? null : plugin(bundle.getLocation()))
                .map(plugin -> own.computeIfAbsent(plugin, name -> new Budget(System.nanoTime())));
    }

    /** The plugin version installed at a location, such as {@code plexica:crm:1.0.0:0f3c}; the installer alone installs there. */
    static @Nullable String plugin(String location) {
        String[] parts = location.split(":");
        return location.startsWith(SCHEME) && parts.length == PARTS ? parts[1] + "@" + parts[2] : null;
    }
}
