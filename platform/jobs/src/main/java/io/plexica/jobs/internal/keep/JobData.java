package io.plexica.jobs.internal.keep;

import io.plexica.jobs.internal.store.JobStore;
import io.plexica.spi.data.Database;
import io.plexica.spi.plugins.PluginData;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where a plugin's data in a tenant go, its jobs and their history go, too. */
@Component
public final class JobData implements PluginData {

    private final Database database;
    private final JobStore jobs;

    /** Keeps them in the database. */
    @Activate
    public JobData(@Reference Database database, @Reference JobStore jobs) {
        this.database = database;
        this.jobs = jobs;
    }

    @Override
    public void deleteAll(String tenantSlug, String pluginId) {
        database.apart(() -> {
            jobs.removeAll(tenantSlug, pluginId);
            return true;
        });
    }
}
