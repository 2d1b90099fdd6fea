package io.plexica.plugins.internal.store;

import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The files of the deploy folder whose version was withdrawn by hand. Every call joins the current unit of work. Safe for
 * all threads.
 */
@Component(service = WithdrawnFiles.class)
public final class WithdrawnFiles {

    private final Database database;

    /** Waits for the tables. */
    @Activate
    public WithdrawnFiles(
            @Reference Database database, @Reference(target = "(plexica.room=plugins)") SchemaReady ready) {
        this.database = database;
    }

    /** Remembers that a file with these bytes must stay away. */
    public void add(String fileName, String digest) {
        database.core(connection -> VersionStore.update(
                connection,
                """
                INSERT INTO core.plugin_withdrawn_files (file_name, digest) VALUES (?, ?)
                ON CONFLICT (file_name) DO UPDATE SET digest = excluded.digest, withdrawn_at = now()
                """,
                fileName,
                digest));
    }

    /** Whether a file with these bytes must stay away. */
    public boolean contains(String fileName, String digest) {
        return database.core(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT 1 FROM core.plugin_withdrawn_files WHERE file_name = ? AND digest = ?")) {
                statement.setString(1, fileName);
                statement.setString(2, digest);
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next();
                }
            }
        });
    }

    /** Forgets a file that is gone or has changed. */
    public void forgetFile(String fileName) {
        database.core(connection -> VersionStore.update(
                connection, "DELETE FROM core.plugin_withdrawn_files WHERE file_name = ?", fileName));
    }

    /** Forgets bytes that were published again by hand. */
    public void forgetDigest(String digest) {
        database.core(connection -> VersionStore.update(
                connection, "DELETE FROM core.plugin_withdrawn_files WHERE digest = ?", digest));
    }
}
