package io.plexica.backup.internal.shell;

import io.plexica.backup.internal.archive.Manifest;
import io.plexica.backup.internal.export.TenantExports;
import io.plexica.shell.PlexicaCommand;
import io.plexica.spi.tenancy.Tenant;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;

/** Writes a tenant to a file. */
@Service
@Command(scope = "tenant", name = "export", description = "Writes a tenant, with all that is its own, to one file")
public final class ExportCommand extends PlexicaCommand {

    @Argument(name = "slug", description = "The tenant", required = true)
    @Completion(TenantCompleter.class)
    private String slug;

    @Argument(index = 1, name = "file", description = "Where to write it, on the platform's machine", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Option(name = "--force", description = "Write over a file that is there")
    private boolean force;

    @Reference
    private TenantExports exports;

    @Override
    protected void run() throws Exception {
        Path target = Path.of(file).toAbsolutePath();
        if (!force && Files.exists(target)) {
            throw new IllegalStateException(target + " is there already: name another file, or give --force");
        }
        Tenant tenant = exports.check(slug);
        Path part = target.resolveSibling(target.getFileName() + ".part");
        Manifest manifest;
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(
                    part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE))) {
                manifest = exports.write(tenant, out);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        print(
                Map.of("slug", slug, "file", target.toString(), "bytes", Files.size(target)),
                "Tenant " + slug + " as of " + manifest.exportedAt() + " is in " + target + " (" + Files.size(target)
                        + " bytes, " + manifest.entries().size() + " entries).");
    }
}
