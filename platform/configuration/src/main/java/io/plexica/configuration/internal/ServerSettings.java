package io.plexica.configuration.internal;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * Hands the settings of the process to the parts of Karaf that they are for. Their own files in {@code etc} name system
 * properties; a change is made by setting those and having the configuration delivered once more.
 */
final class ServerSettings {

    private static final List<Target> TARGETS = List.of(
            new Target("httpPort", "plexica.http.port", "org.ops4j.pax.web"),
            new Target("httpHost", "plexica.http.host", "org.ops4j.pax.web"),
            new Target("sshPort", "plexica.ssh.port", "org.apache.karaf.shell"),
            new Target("logLevel", "plexica.log.level", "org.ops4j.pax.logging"));

    private final ConfigurationAdmin admin;

    ServerSettings(ConfigurationAdmin admin) {
        this.admin = admin;
    }

    /** Makes these values count. */
    void apply(Map<String, Object> values) throws IOException {
        List<String> changed = TARGETS.stream()
                .filter(target -> target.set(values))
                .map(Target::pid)
                .distinct()
                .toList();
        for (String pid : changed) {
            deliverAgain(pid);
        }
    }

    private void deliverAgain(String pid) throws IOException {
        try {
            Configuration[] found = admin.listConfigurations("(service.pid=" + pid + ")");
            if (found != null) {
                found[0].update();
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(pid, e);
        }
    }

    private record Target(String key, String property, String pid) {

        boolean set(Map<String, Object> values) {
            String text = String.valueOf(values.get(key));
            return !text.equals(System.setProperty(property, text));
        }
    }
}
