package io.plexica.backup.internal.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.backup.internal.archive.ArchiveWriter;
import io.plexica.backup.internal.archive.Manifest;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.backup.TenantPart;
import io.plexica.spi.data.TenantCopies;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.tenancy.Tenants;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Takes tenants out, a few at a time since each keeps a snapshot of the database open for as long as it is read. Safe for all
 * threads.
 */
@Component(service = TenantExports.class)
public final class TenantExports {

    private static final String ACTION = "core.tenant.exported";
    private static final String RESOURCE = "tenant";
    private static final int AT_A_TIME = 4;
    private static final int RETRY_AFTER_SECONDS = 30;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TenantParts parts;
    private final Tenants tenants;
    private final TenantCopies copies;
    private final AuditLog audit;
    private final String platform;
    private final Semaphore places = new Semaphore(AT_A_TIME);

    @Activate
    public TenantExports(
            BundleContext context,
            @Reference TenantParts parts,
            @Reference Tenants tenants,
            @Reference TenantCopies copies,
            @Reference AuditLog audit) {
        this(context.getBundle().getVersion().toString(), parts, tenants, copies, audit);
    }

    /** The same on a platform of another version. */
    public TenantExports(String platform, TenantParts parts, Tenants tenants, TenantCopies copies, AuditLog audit) {
        this.platform = platform;
        this.parts = parts;
        this.tenants = tenants;
        this.copies = copies;
        this.audit = audit;
    }

    /** The version of the platform. */
    public String platform() {
        return platform;
    }

    /**
     * Refuses at once what cannot be taken out now.
     *
     * @throws PlexicaException {@code not-found}, {@code conflict}, {@code unavailable}
     */
    public Tenant check(String slug) {
        if (tenants.pinned().filter(served -> !served.equals(slug)).isPresent()) {
            throw new PlexicaException(
                    ErrorCode.TENANT_MISMATCH, "This deployment serves another tenant than the one that this names");
        }
        Tenant tenant = tenants.find(slug).orElseThrow(() -> PlexicaException.notFound("There is no tenant " + slug));
        if (tenant.status() == TenantStatus.PROVISIONING || tenant.status() == TenantStatus.DELETED) {
            throw PlexicaException.conflict(
                    "tenant-status", "the tenant " + slug + " is " + tenant.status() + ": there is not all of it");
        }
        if (places.availablePermits() == 0) {
            throw busy();
        }
        parts.all().forEach(part -> part.requireCalm(tenant));
        return tenant;
    }

    /** Writes a tenant to a stream, which stays open. What is thrown leaves a file there that nobody takes for a whole one. */
    public Manifest write(Tenant tenant, OutputStream out) throws IOException {
        if (!places.tryAcquire()) {
            throw busy();
        }
        boolean done = false;
        String reason = "the reader went away, or the platform could not read all of it";
        try {
            Written written = copies.look(tenant.slug(), snapshot -> {
                ArchiveWriter archive = new ArchiveWriter(out);
                for (TenantPart part : parts.all()) {
                    part.write(tenant, snapshot, archive.part(part.name()));
                }
                long bytes = archive.bytes();
                return new Written(archive.finish(platform, snapshot.at(), origin(tenant)), bytes);
            });
            audit.record(tenant.slug(), ACTION, RESOURCE, tenant.id().toString(), null, written.audited());
            done = true;
            return written.manifest();
        } catch (PlexicaException e) {
            reason = e.detail();
            throw e;
        } finally {
            places.release();
            if (!done) {
                audit.recordFailure(tenant.slug(), ACTION, RESOURCE, tenant.id().toString(), reason);
            }
        }
    }

    private record Written(Manifest manifest, long bytes) {

        Map<String, Object> audited() {
            return Map.of(
                    "exportedAt", manifest.exportedAt().toString(),
                    "parts", List.copyOf(manifest.parts()),
                    "entries", manifest.entries().size(),
                    "bytes", bytes);
        }
    }

    private Manifest.Origin origin(Tenant tenant) {
        return new Manifest.Origin(
                tenant.id(),
                tenant.slug(),
                tenant.name(),
                tenant.plan(),
                tenant.status().name(),
                json(tenants.settings(tenant.slug())),
                json(tenants.theme(tenant.slug())));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new PlexicaException(ErrorCode.INTERNAL_ERROR, "Settings of a tenant are no JSON", e);
        }
    }

    private static PlexicaException busy() {
        return new PlexicaException(
                        ErrorCode.UNAVAILABLE, "Enough tenants are being exported here: try again when one is done")
                .with("retryAfter", RETRY_AFTER_SECONDS);
    }
}
