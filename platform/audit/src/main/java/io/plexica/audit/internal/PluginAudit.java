package io.plexica.audit.internal;

import io.plexica.api.audit.Audit;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.plugins.PluginRef;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Writes what a plugin does: one instance for each bundle, which can only ever write as the plugin it is. */
@Component(scope = ServiceScope.BUNDLE)
public final class PluginAudit implements Audit {

    private final Database database;
    private final PluginRef plugin;
    private final AuditJson json = new AuditJson();

    @Activate
    public PluginAudit(
            ComponentContext context,
            @Reference Database database,
            @Reference(target = "(plexica.room=audit)") SchemaReady schemaReady) {
        this(database, pluginAt(context.getUsingBundle().getLocation()));
    }

    PluginAudit(Database database, PluginRef plugin) {
        this.database = database;
        this.plugin = plugin;
    }

    @Override
    public void record(
            String action, String resourceType, String resourceId, @Nullable Object before, @Nullable Object after) {
        AuditRow row =
                new AuditRow(null, action, resourceType, resourceId, json.write(before), json.write(after), null);
        // Nobody waits for an answer: it goes with the commit.
        database.beforeCommit(plugin, row.statement());
    }

    private static PluginRef pluginAt(String location) {
        return PluginRef.ofLocation(location)
                .orElseThrow(() -> new PlexicaException(
                        ErrorCode.INTERNAL_ERROR,
                        "The bundle at " + location + " is no plugin: platform code writes through AuditLog"));
    }
}
