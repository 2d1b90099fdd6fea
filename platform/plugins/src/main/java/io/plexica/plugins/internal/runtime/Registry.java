package io.plexica.plugins.internal.runtime;

import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.spi.plugins.PluginRef;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Version;

/** The plugin versions that there are, those that run, and why the others do not. Safe for all threads. */
public final class Registry {

    private final Map<PluginRef, StoredVersion> versions = new ConcurrentHashMap<>();
    private final Map<PluginRef, RunningPlugin> running = new ConcurrentHashMap<>();
    private final Map<PluginRef, String> broken = new ConcurrentHashMap<>();
    private final ServiceOffers offers = new ServiceOffers();

    private final Version platform;

    Registry(Version platform) {
        this.platform = platform;
    }

    /** The version of the platform that runs them. */
    public Version platform() {
        return platform;
    }

    /** Ids of all plugins, in order. */
    public List<String> ids() {
        return versions.keySet().stream().map(PluginRef::id).distinct().sorted().toList();
    }

    /** A plugin's versions, newest first; none when there is no such plugin. */
    public List<StoredVersion> versions(String pluginId) {
        return versions.values().stream()
                .filter(version -> version.manifest().id().equals(pluginId))
                .sorted(Versions.OLDEST_FIRST.reversed())
                .toList();
    }

    /** One version. */
    public Optional<StoredVersion> find(PluginRef ref) {
        return Optional.ofNullable(versions.get(ref));
    }

    /** A version that runs. */
    public Optional<RunningPlugin> running(PluginRef ref) {
        return Optional.ofNullable(running.get(ref));
    }

    /** What those that run offer to other plugins. */
    public ServiceOffers offers() {
        return offers;
    }

    /** Whether exactly these bytes of a version run; of a snapshot others may. */
    boolean isUp(StoredVersion version) {
        return running(version.ref())
                .filter(plugin -> plugin.candidate().digest().equals(version.digest()))
                .isPresent();
    }

    /** Why a version does not run; empty when it does, or has not been tried yet. */
    public Optional<String> problem(PluginRef ref) {
        return Optional.ofNullable(broken.get(ref));
    }

    /** Versions that do not run, and why. */
    public Map<PluginRef, String> problems() {
        return Map.copyOf(broken);
    }

    Collection<RunningPlugin> allRunning() {
        return List.copyOf(running.values());
    }

    /** All versions. */
    public Collection<StoredVersion> allVersions() {
        return List.copyOf(versions.values());
    }

    /** Makes a version known; what was known of it before is handed back. Why other bytes did not run says nothing of these. */
    Optional<StoredVersion> known(StoredVersion version) {
        Optional<StoredVersion> before = Optional.ofNullable(versions.put(version.ref(), version));
        before.filter(other -> !other.digest().equals(version.digest()))
                .ifPresent(other -> broken.remove(version.ref()));
        return before;
    }

    /** A version runs from now on; what ran for it before is handed back. */
    Optional<RunningPlugin> started(RunningPlugin plugin) {
        broken.remove(plugin.candidate().ref());
        RunningPlugin before = running.put(plugin.candidate().ref(), plugin);
        offers.renew(running.values());
        return Optional.ofNullable(before);
    }

    /** Remembers why a version does not run; false when that was known. */
    boolean failed(PluginRef ref, String reason) {
        return !reason.equals(broken.put(ref, reason));
    }

    /** A version is there and does not run any more, on purpose; what ran for it is handed back. */
    Optional<RunningPlugin> stopped(PluginRef ref) {
        broken.remove(ref);
        RunningPlugin before = running.remove(ref);
        offers.renew(running.values());
        return Optional.ofNullable(before);
    }

    /** A version is there no more; what ran for it is handed back. */
    Optional<RunningPlugin> gone(PluginRef ref) {
        versions.remove(ref);
        broken.remove(ref);
        RunningPlugin before = running.remove(ref);
        offers.renew(running.values());
        return Optional.ofNullable(before);
    }
}
