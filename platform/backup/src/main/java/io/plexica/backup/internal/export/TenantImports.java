package io.plexica.backup.internal.export;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.backup.internal.BackupSettings;
import io.plexica.backup.internal.archive.Archive;
import io.plexica.backup.internal.archive.ArchiveLimits;
import io.plexica.backup.internal.archive.Manifest;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.backup.PartReader;
import io.plexica.spi.backup.TenantPart;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Tenants;
import io.plexica.spi.tenancy.Tenants.ImportedTenant;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Brings tenants in: everything is looked at before anything is made. Safe for all threads. */
@Component(service = TenantImports.class)
public final class TenantImports {

    private static final String ACTION = "core.tenant.imported";
    private static final String RESOURCE = "tenant";
    private static final int LONGEST_NAME = 100;

    private final TenantParts parts;
    private final RestoreStep restoring;
    private final Tenants tenants;
    private final AuditLog audit;
    private final ArchiveLimits bounds;

    @Activate
    public TenantImports(
            @Reference TenantParts parts,
            @Reference RestoreStep restoring,
            @Reference Tenants tenants,
            @Reference AuditLog audit,
            @Reference BackupSettings settings) {
        this.parts = parts;
        this.restoring = restoring;
        this.tenants = tenants;
        this.audit = audit;
        this.bounds = ArchiveLimits.of(settings.largestUnpacked());
    }

    /**
     * What is wanted of an import.
     *
     * @param slug of the tenant here; null for that in the file
     * @param plan of the tenant here; null for that in the file
     * @param onlyLook whether nothing is to be made, and so nothing recorded
     */
    public record Wish(@Nullable String slug, @Nullable String plan, boolean onlyLook) {}

    /**
     * Opens a file and looks whether it can be imported.
     *
     * @throws PlexicaException {@code validation-failed} with all that is wrong with the file itself
     */
    public TenantImport open(Path file, Wish wish) throws IOException {
        try {
            return look(file, wish);
        } catch (PlexicaException e) {
            if (!wish.onlyLook()) {
                recordFailure(wish.slug() == null ? "" : wish.slug(), e);
            }
            throw e;
        }
    }

    private TenantImport look(Path file, Wish wish) throws IOException {
        Archive archive = Archive.open(file, bounds);
        boolean sound = false;
        try {
            Manifest.Origin origin = archive.manifest().tenant();
            ImportedTenant tenant = new ImportedTenant(
                    origin.id(),
                    wish.slug() == null ? origin.slug() : wish.slug(),
                    origin.name(),
                    wish.plan() == null ? origin.plan() : wish.plan(),
                    origin.settings().toString(),
                    origin.theme().toString(),
                    RestoreStep.NAME);
            TenantImport opened = new TenantImport(archive, tenant, problems(archive, tenant));
            sound = true;
            return opened;
        } finally {
            if (!sound) {
                archive.close();
            }
        }
    }

    /**
     * Makes the tenant, or leaves nothing behind.
     *
     * @param says hears what is done
     * @throws PlexicaException with the reason
     */
    public Tenant run(TenantImport wanted, Consumer<String> says) {
        require(wanted);
        ImportedTenant tenant = wanted.tenant();
        restoring.give(tenant.slug(), wanted.archive());
        try {
            Tenant made = tenants.create(tenant, says);
            Manifest manifest = wanted.archive().manifest();
            audit.record(
                    made.slug(),
                    ACTION,
                    RESOURCE,
                    made.id().toString(),
                    null,
                    Map.of(
                            "from", manifest.tenant().slug(),
                            "exportedAt", manifest.exportedAt().toString(),
                            "platform", manifest.platform()));
            return made;
        } finally {
            restoring.take(tenant.slug(), wanted.archive());
        }
    }

    /**
     * Refuses at once what would be refused.
     *
     * @throws PlexicaException with the reason
     */
    public void require(TenantImport wanted) {
        try {
            wanted.demandSound();
            tenants.requireCreatable(wanted.tenant());
        } catch (PlexicaException e) {
            recordFailure(wanted.tenant().slug(), e);
            throw e;
        }
    }

    /** What a file or a caller names may be of any length. */
    private void recordFailure(String slug, PlexicaException why) {
        String named = slug.length() <= LONGEST_NAME ? slug : slug.substring(0, LONGEST_NAME) + "…";
        audit.recordFailure(null, ACTION, RESOURCE, named, why.detail());
    }

    /** All that stands in the way of an import here and now; nothing is recorded of it. */
    public List<FieldError> obstacles(TenantImport wanted) {
        List<FieldError> errors = new ArrayList<>(wanted.problems());
        errors.addAll(tenants.obstacles(wanted.tenant()));
        return errors;
    }

    /** How many steps are heard of. */
    public int steps() {
        return 4;
    }

    private List<FieldError> problems(Archive archive, ImportedTenant tenant) throws IOException {
        List<FieldError> errors = new ArrayList<>();
        Set<String> known = new HashSet<>(parts.names());
        for (String part : new TreeSet<>(archive.manifest().parts())) {
            if (!known.contains(part)) {
                errors.add(new FieldError("/" + part, "is a part that this platform does not bring in"));
            }
        }
        for (TenantPart part : parts.all()) {
            PartReader reader = archive.part(part.name());
            if (!archive.manifest().parts().contains(part.name())) {
                errors.add(new FieldError("/" + part.name(), "is missing"));
                continue;
            }
            entries(archive, part, reader, errors);
            if (errors.isEmpty()) {
                part.problems(tenant.slug(), tenant.plan(), reader)
                        .forEach(problem -> errors.add(new FieldError("/" + part.name(), problem)));
            }
        }
        return errors;
    }

    private static void entries(Archive archive, TenantPart part, PartReader reader, List<FieldError> errors)
            throws IOException {
        Set<String> wanted = part.entries(reader);
        Set<String> present = archive.entries(part.name());
        for (String name : new TreeSet<>(present)) {
            if (!wanted.contains(name)) {
                errors.add(new FieldError("/" + part.name() + "/" + name, "is nothing that belongs there"));
            }
        }
        for (String name : new TreeSet<>(wanted)) {
            if (!present.contains(name)) {
                errors.add(new FieldError("/" + part.name() + "/" + name, "is missing"));
            }
        }
    }
}
