package io.plexica.jobs.internal.ask;

import io.plexica.api.jobs.Jobs;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.jobs.internal.RunnerWakeup;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.jobs.JobHandlers;
import io.plexica.spi.plugins.PluginRef;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Asks for runs of a plugin's jobs: one instance for each bundle, which can only ever ask for those of the plugin it is. */
@Component(scope = ServiceScope.BUNDLE)
public final class PluginJobs implements Jobs {

    /** How many single runs of a plugin may wait in a tenant. */
    static final int MOST = 10_000;

    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private final Database database;
    private final JobHandlers plugins;
    private final RunnerWakeup wake;
    private final PluginRef plugin;
    private final int most;
    private final PayloadJson json = new PayloadJson();

    /** For the bundle that asks. */
    @Activate
    public PluginJobs(
            ComponentContext context,
            @Reference Database database,
            @Reference JobHandlers plugins,
            @Reference RunnerWakeup wake,
            @Reference(target = "(plexica.room=jobs)") SchemaReady schemaReady) {
        this(database, plugins, wake, pluginAt(context.getUsingBundle().getLocation()), MOST);
    }

    /** For a plugin by its name, of which no more than some runs may wait. */
    public PluginJobs(Database database, JobHandlers plugins, RunnerWakeup wake, PluginRef plugin, int most) {
        this.database = database;
        this.plugins = plugins;
        this.wake = wake;
        this.plugin = plugin;
        this.most = most;
    }

    @Override
    public UUID schedule(String name, Instant at, Object payload) {
        if (!plugins.declares(plugin, name)) {
            throw refused("The manifest of " + plugin + " does not list the job '" + name + "'");
        }
        String told = json.write(name, payload);
        UUID id = schedule(name, time(at), told);
        if (id == null) {
            throw PlexicaException.conflict(
                            "too-many-jobs", plugin.id() + " has " + most + " runs waiting here, and may not have more")
                    .with("plugin", plugin.id());
        }
        database.afterCommit(wake::up);
        return id;
    }

    @Override
    public boolean cancel(UUID id) {
        return database.plugin(plugin, connection -> {
            try (PreparedStatement cancel = connection.prepareStatement("SELECT core.cancel_job(?)")) {
                cancel.setObject(1, id);
                try (ResultSet row = cancel.executeQuery()) {
                    row.next();
                    return row.getBoolean(1);
                }
            }
        });
    }

    private @Nullable UUID schedule(String name, OffsetDateTime at, String told) {
        return database.plugin(plugin, connection -> {
            String sql = "SELECT core.schedule_job(?, ?, CAST(? AS jsonb), ?)";
            try (PreparedStatement schedule = connection.prepareStatement(sql)) {
                schedule.setString(1, name);
                schedule.setObject(2, at);
                schedule.setString(3, told);
                schedule.setInt(4, most);
                try (ResultSet row = schedule.executeQuery()) {
                    row.next();
                    return row.getObject(1, UUID.class);
                }
            }
        });
    }

    private OffsetDateTime time(Instant at) {
        if (at.isAfter(LATEST)) {
            throw refused(at + " is later than anybody waits");
        }
        return (at.isBefore(Instant.EPOCH) ? Instant.EPOCH : at).atOffset(ZoneOffset.UTC);
    }

    private PlexicaException refused(String why) {
        return new PlexicaException(ErrorCode.INTERNAL_ERROR, why).with("plugin", plugin.id());
    }

    private static PluginRef pluginAt(String location) {
        return PluginRef.ofLocation(location)
                .orElseThrow(() -> new PlexicaException(
                        ErrorCode.INTERNAL_ERROR, "The bundle at " + location + " is no plugin, and has no jobs"));
    }
}
