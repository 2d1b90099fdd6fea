package io.plexica.jobs.internal.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How much of this node each plugin may use: a share of the threads, and one alone from when a job of it did not end in time
 * until one does again. Safe for all threads.
 */
final class PluginShares {

    private final int share;
    private final Map<String, Integer> running = new HashMap<>();
    private final Set<String> slow = new HashSet<>();

    PluginShares(int share) {
        this.share = share;
    }

    /** What is left for the plugins that do not have a whole share left; 0 for those that have nothing. */
    synchronized Map<String, Integer> rest() {
        Map<String, Integer> rest = new HashMap<>();
        slow.forEach(plugin -> rest.put(plugin, 1));
        running.forEach((plugin, jobs) -> rest.put(plugin, Math.max(0, rest.getOrDefault(plugin, share) - jobs)));
        return rest;
    }

    /** What a plugin has left that runs nothing and was never slow. */
    int whole() {
        return share;
    }

    /** A job of a plugin has a thread. */
    synchronized void taken(String plugin) {
        running.merge(plugin, 1, Integer::sum);
    }

    /** It has it no longer. */
    synchronized void given(String plugin) {
        running.computeIfPresent(plugin, (same, jobs) -> jobs > 1 ? jobs - 1 : null);
    }

    /** Whether the last job of a plugin that ended did so in time. */
    synchronized void ended(String plugin, boolean inTime) {
        if (inTime) {
            slow.remove(plugin);
        } else {
            slow.add(plugin);
        }
    }
}
