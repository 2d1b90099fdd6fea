package io.plexica.plugins.internal.tenant;

import io.plexica.plugins.internal.configuration.SecretKeys;
import io.plexica.plugins.internal.runtime.Leak;
import io.plexica.plugins.internal.runtime.PluginRuntime;
import io.plexica.plugins.internal.runtime.Registry;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.doctor.Examination;
import io.plexica.spi.doctor.Finding;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Plugins that do not run, were stopped, leave something behind or wait for something; and whether secrets can be kept. */
@Component(service = Examination.class)
public final class PluginsExamination implements Examination {

    private static final String STUCK = """
            SELECT tenant_slug, plugin_id, operation FROM core.installations
            WHERE operation IS NOT NULL AND coalesce(operation_at, updated_at) < now() - interval '10 minutes'
            ORDER BY 1, 2 LIMIT 20""";
    private static final String FAILED =
            "SELECT count(*), coalesce(min(tenant_slug || ': ' || plugin_id), '') FROM core.installations WHERE status = 'FAILED'";

    private final PluginRuntime runtime;
    private final SecretKeys keys;
    private final Database database;

    /** Looks at what this node runs, and at what all have recorded. */
    @Activate
    public PluginsExamination(
            @Reference PluginRuntime runtime,
            @Reference SecretKeys keys,
            @Reference Database database,
            @Reference(target = "(plexica.room=plugins)") SchemaReady ready) {
        this.runtime = runtime;
        this.keys = keys;
        this.database = database;
    }

    @Override
    public String area() {
        return "plugins";
    }

    @Override
    public List<Finding> examine() {
        List<Finding> findings = new ArrayList<>();
        Registry registry = runtime.registry();
        registry.problems()
                .forEach((plugin, problem) -> findings.add(Finding.fail(
                        plugin.toString(), "does not run: " + problem, "publish a version that does, or withdraw it")));
        for (StoredVersion version : registry.allVersions()) {
            if (version.state().isQuarantined()) {
                findings.add(Finding.warn(
                        version.ref().toString(),
                        "is in quarantine: " + version.state().reason(),
                        "publish a better version, or plugin:release it"));
            }
        }
        for (Leak leak : runtime.leaks()) {
            findings.add(Finding.warn(
                    leak.plugin().toString(),
                    leak.hangsIn() == null ? leak.inWords() : "its stop hangs in " + leak.hangsIn(),
                    "tell its author; a restart lets go of it"));
        }
        findings.addAll(database.apart(this::recorded));
        findings.add(
                keys.isThere()
                        ? Finding.ok("key for secret settings", "is set")
                        : Finding.warn(
                                "key for secret settings",
                                "is not set",
                                "set PLEXICA_ENCRYPTION_KEY: until then no plugin can be given a secret"));
        if (findings.size() == 1) {
            findings.add(Finding.ok("versions", registry.allVersions().size() + " are here, and all run"));
        }
        return findings;
    }

    private List<Finding> recorded() {
        return database.core(connection -> {
            List<Finding> findings = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(STUCK);
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    findings.add(Finding.warn(
                            rows.getString(2) + " of " + rows.getString(1),
                            "is stuck in '" + rows.getString(3) + "'",
                            "a node that runs ends it by itself; if none does, its version runs nowhere"));
                }
            }
            try (PreparedStatement statement = connection.prepareStatement(FAILED);
                    ResultSet row = statement.executeQuery()) {
                row.next();
                if (row.getLong(1) > 0) {
                    findings.add(Finding.warn(
                            "installations",
                            row.getLong(1) + " have failed, such as " + row.getString(2),
                            "plugin:list of the tenant says why; install again, or uninstall"));
                }
            }
            return findings;
        });
    }
}
