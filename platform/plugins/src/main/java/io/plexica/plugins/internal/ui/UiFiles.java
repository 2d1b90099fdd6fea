package io.plexica.plugins.internal.ui;

import io.plexica.plugins.internal.manifest.UiPaths;
import io.plexica.plugins.internal.runtime.PluginRuntime;
import io.plexica.plugins.internal.runtime.Registry;
import io.plexica.plugins.internal.runtime.RunningPlugin;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.plugins.PluginRoutes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The files for browsers of the versions that run on this node, and their hashes. Safe for all threads. */
@Component(service = UiFiles.class)
public final class UiFiles {

    private static final String HASHED = ".*\\.(?:m?js|css)";

    private final Registry registry;
    private final PluginRoutes routes;

    /** Those of versions that ran at some time since; a version's bytes never change, so neither do these. */
    private final Map<String, Map<String, String>> hashes = new ConcurrentHashMap<>();

    /** Reads from what runs. */
    @Activate
    public UiFiles(@Reference PluginRuntime runtime, @Reference PluginRoutes routes) {
        this.registry = runtime.registry();
        this.routes = routes;
    }

    /** A version of which files are served: it runs, exactly these bytes of it, and nobody has stopped it. */
    Optional<StoredVersion> served(PluginRef plugin) {
        return registry.find(plugin)
                .filter(version -> routes.stopped(plugin) == null)
                .filter(version -> running(version) != null);
    }

    /** A file; null when the jar has none there. */
    byte @Nullable [] read(StoredVersion version, String path) {
        RunningPlugin plugin = running(version);
        return plugin == null ? null : plugin.hosted().file(path);
    }

    /** The hashes of a version's modules and style sheets, by their paths below its folder. */
    Map<String, String> hashes(StoredVersion version) {
        Map<String, String> known = hashes.get(version.digest());
        if (known != null) {
            return known;
        }
        RunningPlugin plugin = running(version);
        if (plugin == null) {
            return Map.of();
        }
        Map<String, String> fresh = hashes(plugin);
        forgetOthers();
        hashes.put(version.digest(), fresh);
        return fresh;
    }

    private static Map<String, String> hashes(RunningPlugin plugin) {
        Map<String, String> fresh = new TreeMap<>();
        for (String file : plugin.hosted().files(UiPaths.FOLDER)) {
            byte[] bytes = file.matches(HASHED) ? plugin.hosted().file(file) : null;
            if (bytes != null) {
                fresh.put(file.substring(UiPaths.FOLDER.length()), hash(bytes));
            }
        }
        return Collections.unmodifiableMap(fresh);
    }

    /** Those that run no more need none. */
    private void forgetOthers() {
        hashes.keySet()
                .removeIf(digest -> registry.allVersions().stream()
                        .noneMatch(version -> version.digest().equals(digest)));
    }

    private @Nullable RunningPlugin running(StoredVersion version) {
        return registry.running(version.ref())
                .filter(plugin -> plugin.candidate().digest().equals(version.digest()))
                .orElse(null);
    }

    private static String hash(byte[] bytes) {
        try {
            return "sha384-"
                    + Base64.getEncoder()
                            .encodeToString(MessageDigest.getInstance("SHA-384").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-384", e);
        }
    }
}
