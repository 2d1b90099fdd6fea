package io.plexica.plugins.internal.store;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.data.Sql;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The bytes of plugin versions, in the database, so that a node which lost its disk comes back with them. Every call joins
 * the current unit of work. Safe for all threads.
 */
@Component(service = ArtifactStore.class)
public final class ArtifactStore {

    private final Database database;

    /** Waits for the tables. */
    @Activate
    public ArtifactStore(
            @Reference Database database, @Reference(target = "(plexica.room=plugins)") SchemaReady ready) {
        this.database = database;
    }

    /** Keeps a jar; one that is there is left as it is. */
    public void put(String digest, Path jar) {
        database.core(connection -> {
            try (InputStream in = Files.newInputStream(jar);
                    PreparedStatement statement = connection.prepareStatement(
                            "INSERT INTO core.plugin_artifacts (digest, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING")) {
                statement.setString(1, digest);
                statement.setBinaryStream(2, in, Files.size(jar));
                return statement.executeUpdate();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Writes a jar to a file. */
    public void copy(String digest, Path target) {
        database.core(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT bytes FROM core.plugin_artifacts WHERE digest = ?")) {
                statement.setString(1, digest);
                try (ResultSet rows = statement.executeQuery()) {
                    if (!rows.next()) {
                        throw new PlexicaException(
                                ErrorCode.INTERNAL_ERROR, "The artifact store has no jar with the digest " + digest);
                    }
                    try (InputStream in = rows.getBinaryStream(1)) {
                        return Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Lets go of a jar that no version has any more. */
    public void removeUnused(String digest) {
        database.core(connection -> Sql.update(connection, """
                DELETE FROM core.plugin_artifacts a WHERE a.digest = ?
                    AND NOT EXISTS (SELECT FROM core.plugin_versions v WHERE v.digest = a.digest)
                """, digest));
    }
}
