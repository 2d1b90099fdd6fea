package io.plexica.events.internal.outbox;

import io.plexica.api.events.Events;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.events.internal.RelayWakeup;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.LateStatement;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.events.EventHandlers;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tracing.Tracing;
import java.util.UUID;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Publishes what a plugin says: one instance for each bundle, which can only ever publish as the plugin it is. */
@Component(scope = ServiceScope.BUNDLE)
public final class PluginEvents implements Events {

    private static final int LONGEST_ID = 200;
    private static final String SQL = "CALL core.publish_event(?, ?, ?, ?, ?, ?, ?)";

    private final Database database;
    private final EventHandlers plugins;
    private final RelayWakeup wake;
    private final PluginRef plugin;
    private final PayloadJson json = new PayloadJson();

    /** For the bundle that asks. */
    @Activate
    public PluginEvents(
            ComponentContext context,
            @Reference Database database,
            @Reference EventHandlers plugins,
            @Reference RelayWakeup wake,
            @Reference(target = "(plexica.room=events)") SchemaReady schemaReady) {
        this(database, plugins, wake, pluginAt(context.getUsingBundle().getLocation()));
    }

    /** For a plugin by its name. */
    public PluginEvents(Database database, EventHandlers plugins, RelayWakeup wake, PluginRef plugin) {
        this.database = database;
        this.plugins = plugins;
        this.wake = wake;
        this.plugin = plugin;
    }

    @Override
    public UUID publish(String name, String aggregateId, Object payload) {
        if (!plugins.publishes(plugin, name)) {
            throw refused("The manifest of " + plugin + " does not list '" + name + "' at events.publishes");
        }
        if (aggregateId.isEmpty() || aggregateId.length() > LONGEST_ID) {
            throw refused("The identifier of what '" + name + "' is about must have 1 to " + LONGEST_ID
                    + " characters, not " + aggregateId.length());
        }
        if (aggregateId.indexOf('\0') >= 0) {
            throw refused("The identifier of what '" + name + "' is about has the character NUL");
        }
        ExecutionContext context = Contexts.require();
        UUID id = EventId.next();
        database.beforeCommit(
                plugin,
                LateStatement.of(
                        SQL,
                        id,
                        name,
                        aggregateId,
                        json.write(name, payload),
                        context.workspace() == null ? null : context.workspace().id(),
                        context.principal() == null ? null : context.principal().id(),
                        context.traceId()));
        Tracing.published(name, id);
        database.afterCommit(wake::up);
        return id;
    }

    private PlexicaException refused(String why) {
        return new PlexicaException(ErrorCode.INTERNAL_ERROR, why).with("plugin", plugin.id());
    }

    private static PluginRef pluginAt(String location) {
        return PluginRef.ofLocation(location)
                .orElseThrow(() -> new PlexicaException(
                        ErrorCode.INTERNAL_ERROR,
                        "The bundle at " + location + " is no plugin: the platform's events come from its audit log"));
    }
}
