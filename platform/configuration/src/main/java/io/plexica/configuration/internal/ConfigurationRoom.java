package io.plexica.configuration.internal;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.cm.ConfigurationAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the configurations of all rooms as defaults, files and environment say. What is wrong at the start is told to the
 * caller; what is wrong later changes nothing and goes to the log. Used by one thread at a time.
 */
final class ConfigurationRoom {

    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationRoom.class);

    private final Supplier<Collection<Setting>> declared;
    private final ConfigurationFiles files;
    private final Map<String, String> environment;
    private final ConfigurationAdmin admin;
    private final ServerSettings server;
    private final Map<String, Map<String, Object>> applied = new HashMap<>();

    ConfigurationRoom(
            Supplier<Collection<Setting>> declared,
            ConfigurationFiles files,
            Map<String, String> environment,
            ConfigurationAdmin admin) {
        this.declared = declared;
        this.files = files;
        this.environment = environment;
        this.admin = admin;
        this.server = new ServerSettings(admin);
    }

    /**
     * The first look: makes all configurations, or none.
     *
     * @return everything that is wrong; empty when all is well
     */
    List<String> begin() throws IOException {
        Resolution resolution = resolve();
        if (resolution.problems().isEmpty()) {
            apply(resolution);
        }
        return resolution.allProblems();
    }

    /** Looks again, after a file or a bundle has changed. */
    void lookAgain() throws IOException {
        Resolution resolution = resolve();
        resolution.problems().forEach((pid, problems) -> {
            if (!pid.isEmpty()) {
                LOG.error("The settings of {} stay as they were: {}", pid, String.join("; ", problems));
            }
        });
        apply(resolution);
    }

    /** Hands the settings of the process once more to those parts of Karaf whose files have been read meanwhile. */
    void assertServer() throws IOException {
        Map<String, Object> values = applied.get(ServerConfig.PID);
        if (values != null) {
            server.apply(values);
        }
    }

    private Resolution resolve() throws IOException {
        return Resolution.of(new Settings(declared.get()), files.read(), environment);
    }

    private void apply(Resolution resolution) throws IOException {
        for (Map.Entry<String, Map<String, Object>> entry : resolution.values().entrySet()) {
            String pid = entry.getKey();
            if (same(applied.get(pid), entry.getValue())) {
                continue;
            }
            if (pid.equals(ServerConfig.PID)) {
                server.apply(entry.getValue());
            }
            admin.getConfiguration(pid, "?").updateIfDifferent(new Hashtable<>(entry.getValue()));
            if (applied.put(pid, entry.getValue()) != null) {
                LOG.info("The settings of {} have changed and count from now on", pid);
            }
        }
    }

    private static boolean same(@Nullable Map<String, Object> before, Map<String, Object> now) {
        return before != null
                && before.keySet().equals(now.keySet())
                && now.keySet().stream().allMatch(key -> Objects.deepEquals(before.get(key), now.get(key)));
    }
}
