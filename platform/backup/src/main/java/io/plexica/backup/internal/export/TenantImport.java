package io.plexica.backup.internal.export;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.backup.internal.archive.Archive;
import io.plexica.spi.tenancy.Tenants.ImportedTenant;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * A file that was looked at, and stays open until this is closed.
 *
 * @param archive the file
 * @param tenant what it would become
 * @param problems why it cannot
 */
public record TenantImport(Archive archive, ImportedTenant tenant, List<FieldError> problems) implements Closeable {

    public TenantImport {
        problems = List.copyOf(problems);
    }

    /**
     * Refuses what cannot be imported.
     *
     * @throws PlexicaException {@code validation-failed} with everything
     */
    public void demandSound() {
        if (!problems.isEmpty()) {
            throw PlexicaException.validation(problems);
        }
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}
