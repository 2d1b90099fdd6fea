package io.plexica.embedded.internal;

import io.plexica.spi.data.DatabaseAccess;
import io.plexica.spi.data.DatabaseProvider;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Brings PostgreSQL along. */
@Component(service = DatabaseProvider.class)
public final class EmbeddedDatabase implements DatabaseProvider {

    private final EmbeddedServers servers;

    /** Hands out the database of these servers. */
    @Activate
    public EmbeddedDatabase(@Reference EmbeddedServers servers) {
        this.servers = servers;
    }

    @Override
    public DatabaseAccess start() throws Exception {
        return servers.database();
    }
}
