package io.plexica.backup.internal.export;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.backup.internal.archive.Archive;
import io.plexica.spi.backup.TenantPart;
import io.plexica.spi.tenancy.ProvisioningStep;
import io.plexica.spi.tenancy.TenantSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Fills a tenant from a file. It is named in no configured list: an import adds it to the steps that make its tenant. After a crash
 * the file is not there any more, and the tenant is undone like any other that is not finished.
 */
@Component(service = {RestoreStep.class, ProvisioningStep.class})
public final class RestoreStep implements ProvisioningStep {

    /** What the record of the saga calls it. */
    static final String NAME = "restore";

    private final TenantParts parts;
    private final Map<String, Archive> files = new ConcurrentHashMap<>();

    @Activate
    public RestoreStep(@Reference TenantParts parts) {
        this.parts = parts;
    }

    /**
     * Takes a file for a tenant that is about to be made; {@link #take} it back in any case.
     *
     * @throws PlexicaException {@code conflict} when there is one for it already
     */
    void give(String slug, Archive file) {
        if (files.putIfAbsent(slug, file) != null) {
            throw PlexicaException.conflict("slug-taken", "the tenant " + slug + " is being imported right now");
        }
    }

    /** Forgets the file of a tenant. */
    void take(String slug, Archive file) {
        files.remove(slug, file);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void apply(TenantSpec tenant) {
        Archive file = files.get(tenant.slug());
        if (file == null) {
            throw new PlexicaException(
                    ErrorCode.UNAVAILABLE, "The file of the import is not here any more: import it again");
        }
        for (TenantPart part : parts.all()) {
            try {
                part.restore(tenant, file.part(part.name()));
            } catch (IOException e) {
                throw new PlexicaException(
                        ErrorCode.UNAVAILABLE,
                        "The part " + part.name() + " could not be brought in: " + e.getMessage(),
                        e);
            }
        }
    }

    @Override
    public void undo(TenantSpec tenant) {
        List<TenantPart> backward = new ArrayList<>(parts.all());
        Collections.reverse(backward);
        backward.forEach(part -> part.undo(tenant));
    }
}
