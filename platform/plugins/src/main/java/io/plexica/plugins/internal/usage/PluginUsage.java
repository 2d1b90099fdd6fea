package io.plexica.plugins.internal.usage;

import io.plexica.api.analytics.Usage;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.Database;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Counts what is done with a plugin: one instance for each bundle, which can only ever count as the plugin it is. */
@Component(scope = ServiceScope.BUNDLE)
public final class PluginUsage implements Usage {

    private final Database database;
    private final UsageRecorder book;
    private final PluginRef plugin;

    /** Counts for the bundle that asks. */
    @Activate
    public PluginUsage(ComponentContext context, @Reference Database database, @Reference UsageRecorder book) {
        this(database, book, pluginAt(context.getUsingBundle().getLocation()));
    }

    PluginUsage(Database database, UsageRecorder book, PluginRef plugin) {
        this.database = database;
        this.book = book;
        this.plugin = plugin;
    }

    @Override
    public void track(String action) {
        UsageRecorder.demandAction(action);
        ExecutionContext context = Contexts.find();
        Tenant tenant = context == null ? null : context.tenant();
        if (tenant == null) {
            throw new PlexicaException(
                    ErrorCode.INTERNAL_ERROR, "Usage is counted per tenant, and this thread works for none");
        }
        database.afterCommit(() -> book.count(tenant.slug(), plugin.id(), action));
    }

    private static PluginRef pluginAt(String location) {
        return PluginRef.ofLocation(location)
                .orElseThrow(() -> new PlexicaException(
                        ErrorCode.INTERNAL_ERROR, "The bundle at " + location + " is no plugin: usage is of plugins"));
    }
}
