package io.plexica.configuration.internal;

import java.io.IOException;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * Hands the settings of the process to the parts of Karaf that they are for, which have files and keys of their own in
 * {@code etc}. At the start this happens before those parts are there.
 */
final class ServerSettings {

    private static final List<Target> TARGETS = List.of(
            new Target("httpPort", "org.ops4j.pax.web", "org.osgi.service.http.port"),
            new Target("httpHost", "org.ops4j.pax.web", "org.ops4j.pax.web.listening.addresses"),
            new Target("sshPort", "org.apache.karaf.shell", "sshPort"),
            new Target("logLevel", "org.ops4j.pax.logging", "log4j2.rootLogger.level"),
            new Target("pluginLogRate", "org.ops4j.pax.logging", "log4j2.appender.file.filter.plugins.kibPerSecond"));

    private final ConfigurationAdmin admin;

    ServerSettings(ConfigurationAdmin admin) {
        this.admin = admin;
    }

    /** Makes these values count, for as much as is there. Cheap where they count already. */
    void apply(Map<String, Object> values) throws IOException {
        for (String pid : TARGETS.stream().map(Target::pid).distinct().toList()) {
            hand(pid, values);
        }
    }

    /** Adds to a configuration that its own file has made; where that has not been read yet, there is another time. */
    private void hand(String pid, Map<String, Object> values) throws IOException {
        Configuration configuration = find(pid);
        if (configuration == null) {
            return;
        }
        Dictionary<String, Object> wanted = configuration.getProperties();
        for (Target target : TARGETS) {
            if (target.pid().equals(pid)) {
                wanted.put(target.property(), String.valueOf(values.get(target.key())));
            }
        }
        configuration.updateIfDifferent(wanted);
    }

    private @Nullable Configuration find(String pid) throws IOException {
        try {
            Configuration[] found = admin.listConfigurations("(service.pid=" + pid + ")");
            return found == null ? null : found[0];
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(pid, e);
        }
    }

    private record Target(String key, String pid, String property) {}
}
