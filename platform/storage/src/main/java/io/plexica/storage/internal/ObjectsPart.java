package io.plexica.storage.internal;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.storage.ObjectContent;
import io.plexica.api.storage.ObjectPage;
import io.plexica.api.storage.ObjectSummary;
import io.plexica.api.storage.StoredObject;
import io.plexica.spi.backup.PartReader;
import io.plexica.spi.backup.PartWriter;
import io.plexica.spi.backup.TenantPart;
import io.plexica.spi.data.TenantSnapshot;
import io.plexica.spi.storage.ObjectStore;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The objects of a tenant that is taken elsewhere, all in one entry. They go with the bucket when it is not made after all. */
@Component
public final class ObjectsPart implements TenantPart {

    private static final String ENTRY = "objects";

    private final Engines engines;
    private final Buckets buckets;

    /** Reads and writes what lies in these buckets. */
    @Activate
    public ObjectsPart(@Reference Engines engines, @Reference Buckets buckets) {
        this.engines = engines;
        this.buckets = buckets;
    }

    @Override
    public String name() {
        return "storage";
    }

    /** An object that goes while the list is read was never there; one that comes then may be missing. */
    @Override
    public void write(Tenant tenant, TenantSnapshot snapshot, PartWriter to) throws IOException {
        buckets.require(tenant.slug());
        ObjectStore engine = engines.current();
        String bucket = Buckets.name(tenant.slug());
        try (OutputStream out = to.entry(ENTRY)) {
            ObjectFrames frames = new ObjectFrames(out);
            String after = null;
            do {
                ObjectPage page = engine.list(bucket, "", after, ObjectRules.MOST_LISTED);
                for (ObjectSummary item : page.items()) {
                    Optional<ObjectContent> found = engine.get(bucket, item.path());
                    if (found.isPresent()) {
                        try (ObjectContent content = found.get()) {
                            StoredObject object = content.object().at(item.path());
                            frames.write(object, new VerifiedStream(content.stream(), content.object()));
                        }
                    }
                }
                after = page.next();
            } while (after != null);
            frames.end();
        }
    }

    @Override
    public Set<String> entries(PartReader from) {
        return Set.of(ENTRY);
    }

    @Override
    public void restore(TenantSpec tenant, PartReader from) throws IOException {
        Optional<InputStream> entry = from.entry(ENTRY);
        if (entry.isEmpty()) {
            return;
        }
        String bucket = Buckets.name(tenant.slug());
        ObjectStore engine = engines.current();
        try (InputStream in = entry.get()) {
            restore(bucket, engine, new ObjectFrames.Reader(in));
        }
    }

    private static void restore(String bucket, ObjectStore engine, ObjectFrames.Reader frames) throws IOException {
        try {
            for (Optional<StoredObject> next = frames.next(); next.isPresent(); next = frames.next()) {
                StoredObject object = next.get();
                check(object);
                StoredObject written =
                        engine.put(bucket, object.path(), frames.content(), object.contentType(), object.metadata());
                if (!written.sha256().equals(object.sha256()) || written.size() != object.size()) {
                    throw unfit("an object is not what it was: " + object.path());
                }
            }
        } catch (IOException e) {
            if (frames.isUnfit()) {
                throw unfit("the objects are not written as they should be, or end too early");
            }
            throw e;
        }
    }

    /** The same that holds for objects of plugins, below a plugin's id. */
    private static void check(StoredObject object) {
        if (!object.path().matches("[a-z][a-z0-9-]{1,19}/.+")) {
            throw unfit("an object belongs to no plugin: " + object.path());
        }
        ObjectRules.path(object.path().substring(object.path().indexOf('/') + 1));
        ObjectRules.details(object.contentType(), object.metadata());
    }

    private static PlexicaException unfit(String message) {
        return PlexicaException.validation(new FieldError("/storage/" + ENTRY, message));
    }
}
