package io.plexica.plugins.internal.store;

import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.data.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The jars that were withdrawn by hand: one of them that still lies in the deploy folder stays away until it is dropped
 * again. Every call joins the current unit of work. Safe for all threads.
 */
@Component(service = WithdrawnJars.class)
public final class WithdrawnJars {

    private final Database database;

    /** Waits for the tables. */
    @Activate
    public WithdrawnJars(
            @Reference Database database, @Reference(target = "(plexica.room=plugins)") SchemaReady ready) {
        this.database = database;
    }

    /** Remembers bytes. */
    public void add(String digest) {
        database.core(connection -> Sql.update(
                connection,
                "INSERT INTO core.plugin_withdrawn_jars (digest) VALUES (?) ON CONFLICT DO NOTHING",
                digest));
    }

    /** Whether bytes were withdrawn by hand. */
    public boolean contains(String digest) {
        String sql = "SELECT 1 FROM core.plugin_withdrawn_jars WHERE digest = ?";
        return database.core(connection -> Sql.finds(connection, sql, digest));
    }

    /** Forgets bytes that are published again. */
    public void forget(String digest) {
        database.core(connection ->
                Sql.update(connection, "DELETE FROM core.plugin_withdrawn_jars WHERE digest = ?", digest));
    }
}
