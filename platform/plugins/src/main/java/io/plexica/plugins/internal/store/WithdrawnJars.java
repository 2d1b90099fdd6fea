package io.plexica.plugins.internal.store;

import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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
        database.core(connection -> VersionStore.update(
                connection,
                "INSERT INTO core.plugin_withdrawn_jars (digest) VALUES (?) ON CONFLICT DO NOTHING",
                digest));
    }

    /** Whether bytes were withdrawn by hand. */
    public boolean contains(String digest) {
        return database.core(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT 1 FROM core.plugin_withdrawn_jars WHERE digest = ?")) {
                statement.setString(1, digest);
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next();
                }
            }
        });
    }

    /** Forgets bytes that are published again. */
    public void forget(String digest) {
        database.core(connection ->
                VersionStore.update(connection, "DELETE FROM core.plugin_withdrawn_jars WHERE digest = ?", digest));
    }
}
