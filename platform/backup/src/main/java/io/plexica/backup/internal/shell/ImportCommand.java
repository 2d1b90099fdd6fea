package io.plexica.backup.internal.shell;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.backup.internal.export.TenantImport;
import io.plexica.backup.internal.export.TenantImports;
import io.plexica.backup.internal.export.TenantImports.Wish;
import io.plexica.backup.internal.rest.ImportPreview;
import io.plexica.backup.internal.rest.ImportView;
import io.plexica.shell.PlexicaCommand;
import io.plexica.spi.tenancy.Tenant;
import java.nio.file.Path;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.jspecify.annotations.Nullable;

/** Makes a tenant of a file. */
@Service
@Command(scope = "tenant", name = "import", description = "Makes a tenant of a file that an export wrote")
public final class ImportCommand extends PlexicaCommand {

    @Argument(name = "file", description = "The file, on the platform's machine", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Option(name = "--slug", description = "The tenant's slug here; that in the file if left out")
    private @Nullable String slug;

    @Option(name = "--plan", description = "The tenant's plan here; that in the file if left out")
    private @Nullable String plan;

    @Option(name = "--dry-run", description = "Only say whether it could be imported")
    private boolean dryRun;

    @Reference
    private TenantImports imports;

    @Override
    protected void run() throws Exception {
        try (TenantImport opened = imports.open(Path.of(file).toAbsolutePath(), new Wish(slug, plan, dryRun))) {
            if (!dryRun) {
                Tenant tenant = imports.run(opened, json ? step -> {} : step -> out().println("  " + step + " done"));
                print(
                        ImportView.of(tenant, opened),
                        "Tenant " + tenant.slug() + " (" + tenant.name() + ") is " + tenant.status()
                                + ", as it was at "
                                + opened.archive().manifest().exportedAt()
                                + ". Its people have been sent links by which they set new passwords.");
                return;
            }
            List<FieldError> obstacles = imports.obstacles(opened);
            if (!obstacles.isEmpty()) {
                throw PlexicaException.validation(obstacles);
            }
            print(
                    ImportPreview.of(opened, obstacles),
                    "The file can be imported as tenant " + opened.tenant().slug() + ".");
        }
    }
}
