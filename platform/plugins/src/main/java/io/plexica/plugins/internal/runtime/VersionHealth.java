package io.plexica.plugins.internal.runtime;

import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.spi.plugins.PluginCalls;
import io.plexica.spi.plugins.PluginCalls.BreakerState;
import io.plexica.spi.plugins.PluginRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How each plugin version is, in words: {@code UP}, or what is wrong with it. */
final class VersionHealth {

    private VersionHealth() {}

    static Map<String, String> of(
            Registry registry,
            List<Leak> leaks,
            @Nullable PluginCalls calls,
            @Nullable HarmWatch harm,
            @Nullable DroppedLogLines dropped) {
        Map<String, List<String>> found = new HashMap<>();
        for (StoredVersion version : registry.allVersions()) {
            PluginRef ref = version.ref();
            List<String> wrong = found.computeIfAbsent(ref.toString(), name -> new ArrayList<>());
            registry.problem(ref).ifPresent(problem -> wrong.add("does not run: " + problem));
            if (calls != null && calls.figures(ref).breaker() != BreakerState.CLOSED) {
                wrong.add("fails so often that it is left alone in " + open(calls, ref));
            }
            int hung = harm == null ? 0 : harm.hungThreads(ref);
            if (hung > 0) {
                wrong.add(hung + (hung == 1 ? " thread hangs" : " threads hang"));
            }
            if (dropped != null && dropped.isNews(ref)) {
                wrong.add("logs too much: " + dropped.of(ref) + " lines were dropped");
            }
        }
        for (Leak leak : leaks) {
            found.computeIfAbsent(leak.plugin().toString(), name -> new ArrayList<>())
                    .add(leak.told());
        }
        Map<String, String> told = new HashMap<>();
        found.forEach((name, wrong) -> told.put(name, wrong.isEmpty() ? "UP" : String.join("; ", wrong)));
        return told;
    }

    private static String open(PluginCalls calls, PluginRef ref) {
        long tenants = calls.byTenant(ref).values().stream()
                .filter(figures -> figures.breaker() != BreakerState.CLOSED)
                .count();
        return tenants + (tenants == 1 ? " tenant" : " tenants");
    }
}
