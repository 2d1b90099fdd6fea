package io.plexica.backup.internal.store;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.backup.internal.BackupSettings;
import io.plexica.backup.internal.archive.Archive;
import io.plexica.backup.internal.archive.ArchiveLimits;
import io.plexica.backup.internal.export.TenantExports;
import io.plexica.backup.internal.store.Backup.Stored;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.plugins.Plugins;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.tenancy.Tenants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes backups: the export of each tenant, and the jars of all plugin versions, so that an empty platform can take them. What
 * cannot be taken of one tenant keeps nobody from the others, and is said. Safe for all threads.
 */
@Component(service = Backups.class)
public final class Backups {

    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final TenantExports exports;
    private final Tenants tenants;
    private final Plugins plugins;
    private final BackupFolder folder;
    private final ArchiveLimits bounds;
    private final int kept;
    private final BackupTally tally = new BackupTally();

    @Activate
    public Backups(
            @Reference TenantExports exports,
            @Reference Tenants tenants,
            @Reference Plugins plugins,
            @Reference BackupSettings settings) {
        this.exports = exports;
        this.tenants = tenants;
        this.plugins = plugins;
        this.folder = new BackupFolder(settings.folder());
        this.bounds = ArchiveLimits.of(settings.largestUnpacked());
        this.kept = settings.kept();
    }

    /** Where they lie. */
    public BackupFolder folder() {
        return folder;
    }

    /** How those ended that this node has made. */
    BackupTally tally() {
        return tally;
    }

    /**
     * Makes a backup, and removes those beyond the number that is kept.
     *
     * @param slugs the tenants; none for all
     * @param says hears what is done
     * @throws PlexicaException {@code not-found} for a tenant that is not there, {@code conflict} while another is being made
     */
    public Backup create(List<String> slugs, Consumer<String> says) throws IOException {
        List<Tenant> named = slugs.stream().map(exports::check).toList();
        return tally.counting(() -> {
            List<Tenant> wanted = slugs.isEmpty() ? all() : named;
            return folder.alone(root -> make(wanted, says));
        });
    }

    private Backup make(List<Tenant> wanted, Consumer<String> says) throws IOException {
        Instant begun = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String name = free(STAMP.format(begun));
        Path part = folder.begin(name);
        boolean ended = false;
        try {
            List<Stored> files = new ArrayList<>();
            List<String> failures = new ArrayList<>();
            for (PluginRef plugin : plugins.published()) {
                keep(plugin, part).ifPresentOrElse(files::add, () -> failures.add("plugin " + plugin));
            }
            for (Tenant tenant : wanted) {
                keep(tenant, part, failures).ifPresent(files::add);
                says.accept(tenant.slug());
            }
            Backup backup = new Backup(name, exports.platform(), begun, Instant.now(), files, failures);
            folder.end(part, backup);
            ended = true;
            prune(backup);
            return backup;
        } finally {
            if (!ended) {
                // Where no room is left, what was begun must not keep the rest of it.
                discard(part);
            }
        }
    }

    private static void discard(Path part) {
        try {
            BackupFolder.remove(part);
        } catch (IOException e) {
            LOG.warn("What was begun of a backup could not be removed: {}", part, e);
        }
    }

    /** What is wrong with a backup, in words: every byte of it is read. */
    public List<String> verify(Backup backup) throws IOException {
        List<String> problems = new ArrayList<>(backup.failures());
        for (Stored said : backup.files()) {
            Path file = folder.file(backup, said.name());
            if (!Files.exists(file)) {
                problems.add(said.name() + " is missing");
            } else if (!look(backup, said).equals(said)) {
                problems.add(said.name() + " is not what was written");
            } else if (said.name().startsWith(BackupFolder.TENANTS)) {
                problem(file, said).ifPresent(problems::add);
            }
        }
        return problems;
    }

    /**
     * The file of a tenant in a backup, which is as it was written.
     *
     * @throws PlexicaException {@code not-found}; {@code validation-failed} when it is not
     */
    public Path tenant(Backup backup, String slug) throws IOException {
        String name = BackupFolder.TENANTS + slug + ".zip";
        Stored stored = backup.files().stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        PlexicaException.notFound("There is no tenant " + slug + " in the backup " + backup.name()));
        return whole(backup, stored);
    }

    private Path whole(Backup backup, Stored said) throws IOException {
        Path file = folder.file(backup, said.name());
        if (!Files.exists(file) || !look(backup, said).equals(said)) {
            throw PlexicaException.validation(new FieldError("/" + said.name(), "is not what was written"));
        }
        return file;
    }

    private Stored look(Backup backup, Stored said) throws IOException {
        return DigestedFile.look(folder.root().resolve(backup.name()), said.name());
    }

    /** Publishes the plugin versions of a backup that are not here. */
    public List<PluginRef> publish(Backup backup) throws IOException {
        List<PluginRef> here = plugins.published();
        List<PluginRef> published = new ArrayList<>();
        for (Stored file : backup.files()) {
            boolean missing = file.name().startsWith(BackupFolder.PLUGINS)
                    && here.stream().noneMatch(plugin -> file.name().equals(jar(plugin)));
            if (missing) {
                published.add(plugins.publish(whole(backup, file)));
            }
        }
        return published;
    }

    private List<Tenant> all() {
        return tenants.all().stream()
                .filter(tenant -> tenant.status() != TenantStatus.PROVISIONING)
                .toList();
    }

    private String free(String stamp) {
        String name = stamp;
        for (int i = 1; Files.exists(folder.root().resolve(name)); i++) {
            name = stamp + "-" + i;
        }
        return name;
    }

    private Optional<Stored> keep(PluginRef plugin, Path part) throws IOException {
        try {
            plugins.copy(plugin, part.resolve(jar(plugin)));
            return Optional.of(DigestedFile.look(part, jar(plugin)));
        } catch (PlexicaException e) {
            LOG.warn("The jar of {} is not in the backup: {}", plugin, e.detail());
            return Optional.empty();
        }
    }

    private Optional<Stored> keep(Tenant tenant, Path part, List<String> failures) throws IOException {
        String name = BackupFolder.TENANTS + tenant.slug() + ".zip";
        try {
            Tenant now = exports.check(tenant.slug());
            return Optional.of(DigestedFile.write(part, name, out -> exports.write(now, out)));
        } catch (PlexicaException e) {
            LOG.warn("The tenant {} is not in the backup: {}", tenant.slug(), e.detail());
            failures.add("tenant " + tenant.slug() + ": " + e.detail());
            Files.deleteIfExists(part.resolve(name));
            return Optional.empty();
        }
    }

    /** A backup that lacks something drives out none that may have it. */
    /** A backup that is made is whole, whether older ones can be removed or not. */
    private void prune(Backup made) {
        if (!made.failures().isEmpty()) {
            return;
        }
        try {
            for (Backup old : folder.list().stream().skip(kept).toList()) {
                folder.remove(old);
                LOG.info("The backup {} was removed: {} newer ones are kept", old.name(), kept);
            }
        } catch (IOException e) {
            LOG.warn("Older backups could not be removed; the next one tries again", e);
        }
    }

    private Optional<String> problem(Path file, Stored said) throws IOException {
        try (Archive archive = Archive.open(file, bounds)) {
            return archive.manifest().parts().isEmpty() ? Optional.of(said.name() + " is empty") : Optional.empty();
        } catch (PlexicaException e) {
            return Optional.of(said.name() + ": " + e.errors());
        }
    }

    private static String jar(PluginRef plugin) {
        return BackupFolder.PLUGINS + plugin.id() + "-" + plugin.version().replaceAll("[^A-Za-z0-9.+-]", "_") + ".jar";
    }
}
