package io.plexica.backup.internal.export;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.backup.internal.BackupSettings;
import io.plexica.spi.backup.TenantPart;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The parts that rooms have registered. Safe for all threads. */
@Component(service = TenantParts.class)
public final class TenantParts {

    private final BackupSettings settings;
    private final List<TenantPart> registered = new CopyOnWriteArrayList<>();

    @Activate
    public TenantParts(@Reference BackupSettings settings) {
        this.settings = settings;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(TenantPart part) {
        registered.add(part);
    }

    void remove(TenantPart part) {
        registered.remove(part);
    }

    /** The names of those that the configured list names, in its order. */
    public List<String> names() {
        return settings.parts();
    }

    /**
     * Those that the configured list names, in its order.
     *
     * @throws PlexicaException {@code unavailable} naming all that nobody does
     */
    public List<TenantPart> all() {
        List<TenantPart> parts = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String name : settings.parts()) {
            registered.stream()
                    .filter(part -> part.name().equals(name))
                    .findFirst()
                    .ifPresentOrElse(parts::add, () -> missing.add(name));
        }
        if (!missing.isEmpty()) {
            throw new PlexicaException(
                    ErrorCode.UNAVAILABLE,
                    "No part of the platform takes care of " + String.join(", ", missing)
                            + " of a tenant: wait until it has started, or install what does");
        }
        return parts;
    }
}
