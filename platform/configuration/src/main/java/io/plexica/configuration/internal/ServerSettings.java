package io.plexica.configuration.internal;

import java.io.IOException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
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
            new Target("logLevel", "org.ops4j.pax.logging", "log4j2.rootLogger.level"));

    private final ConfigurationAdmin admin;

    ServerSettings(ConfigurationAdmin admin) {
        this.admin = admin;
    }

    /** Makes these values count. */
    void apply(Map<String, Object> values) throws IOException {
        for (String pid : TARGETS.stream().map(Target::pid).distinct().toList()) {
            hand(pid, values);
        }
    }

    private void hand(String pid, Map<String, Object> values) throws IOException {
        Configuration configuration = admin.getConfiguration(pid, "?");
        Dictionary<String, Object> present = configuration.getProperties();
        Dictionary<String, Object> wanted = present == null ? new Hashtable<>() : present;
        for (Target target : TARGETS) {
            if (target.pid().equals(pid)) {
                wanted.put(target.property(), String.valueOf(values.get(target.key())));
            }
        }
        configuration.updateIfDifferent(wanted);
    }

    private record Target(String key, String pid, String property) {}
}
