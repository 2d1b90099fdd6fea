package io.plexica.storage.internal;

import io.plexica.api.storage.ObjectContent;
import io.plexica.api.storage.ObjectPage;
import io.plexica.api.storage.ObjectStorage.Method;
import io.plexica.api.storage.ObjectSummary;
import io.plexica.api.storage.StoredObject;
import io.plexica.spi.plugins.PluginData;
import io.plexica.spi.storage.ObjectStore;
import io.plexica.spi.tenancy.Tenant;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The objects of plugins, each below its plugin's id in the bucket of its tenant. Safe for all threads. */
@Component(service = {PluginObjects.class, PluginData.class})
public final class PluginObjects implements PluginData {

    private final Buckets buckets;
    private final Usages usages;
    private final Links links;

    /** Works in these buckets. */
    @Activate
    public PluginObjects(@Reference Buckets buckets, @Reference Usages usages, @Reference Links links) {
        this.buckets = buckets;
        this.usages = usages;
        this.links = links;
    }

    /** Writes an object; {@link io.plexica.api.storage.ObjectStorage#put} says how. */
    public StoredObject put(
            Tenant tenant,
            String plugin,
            String path,
            InputStream content,
            String contentType,
            Map<String, String> metadata) {
        ObjectRules.path(path);
        ObjectRules.details(contentType, metadata);
        String key = key(plugin, path);
        try (Room room = usages.room(tenant)) {
            buckets.require(tenant.slug());
            long before = usages.isBounded(tenant) ? size(tenant, key) : 0;
            UploadStream given = new UploadStream(content, room);
            StoredObject written = buckets.in(
                    tenant.slug(), (engine, bucket) -> engine.put(bucket, key, given.whole(), contentType, metadata));
            usages.add(tenant.slug(), written.size() - before);
            return written.at(path);
        }
    }

    /** An object with its bytes. */
    public Optional<ObjectContent> get(Tenant tenant, String plugin, String path) {
        ObjectRules.path(path);
        return buckets.in(tenant.slug(), (engine, bucket) -> engine.get(bucket, key(plugin, path)))
                .map(found ->
                        new ObjectContent(found.object().at(path), new VerifiedStream(found.stream(), found.object())));
    }

    /**
     * A part of an object. Its digest is that of the whole, so a reader who puts parts together can compare it.
     *
     * @return empty where there is no such object, or not with these bytes
     */
    public Optional<ObjectContent> part(Tenant tenant, String plugin, StoredObject object, long from, long length) {
        return buckets.in(
                tenant.slug(),
                (engine, bucket) -> part(engine, bucket, key(plugin, object.path()), object, from, length));
    }

    private static Optional<ObjectContent> part(
            ObjectStore engine, String bucket, String key, StoredObject object, long from, long length)
            throws IOException {
        ObjectContent found = engine.part(bucket, key, from, length).orElse(null);
        if (found == null) {
            return Optional.empty();
        }
        if (!found.object().sha256().equals(object.sha256())) {
            found.close();
            return Optional.empty();
        }
        return Optional.of(new ObjectContent(object, new PartStream(found.stream(), length)));
    }

    /** What is known of an object. */
    public Optional<StoredObject> head(Tenant tenant, String plugin, String path) {
        ObjectRules.path(path);
        return buckets.in(tenant.slug(), (engine, bucket) -> engine.head(bucket, key(plugin, path)))
                .map(found -> found.at(path));
    }

    /** A part of the list of objects. */
    public ObjectPage list(Tenant tenant, String plugin, String prefix, @Nullable String after, int size) {
        ObjectRules.list(prefix, size);
        if (after != null) {
            ObjectRules.path(after);
        }
        String from = after == null ? null : key(plugin, after);
        ObjectPage page =
                buckets.in(tenant.slug(), (engine, bucket) -> engine.list(bucket, key(plugin, prefix), from, size));
        return new ObjectPage(
                page.items().stream()
                        .map(item -> new ObjectSummary(path(plugin, item.path()), item.size(), item.modifiedAt()))
                        .toList(),
                page.next() == null ? null : path(plugin, page.next()));
    }

    /** Removes an object. */
    public void delete(Tenant tenant, String plugin, String path) {
        ObjectRules.path(path);
        String key = key(plugin, path);
        long size = usages.isBounded(tenant) ? size(tenant, key) : 0;
        buckets.in(tenant.slug(), (engine, bucket) -> {
            engine.delete(bucket, key);
            return true;
        });
        usages.add(tenant.slug(), -size);
    }

    /** A link to an object: the engine's own, or one that leads through the platform. */
    public URI presign(Tenant tenant, String plugin, String path, Duration timeToLive, Method method) {
        ObjectRules.path(path);
        ObjectRules.timeToLive(timeToLive);
        Optional<URI> direct = buckets.in(
                tenant.slug(), (engine, bucket) -> engine.link(bucket, key(plugin, path), timeToLive, method));
        return direct.orElseGet(() -> links.make(tenant.slug(), plugin, path, timeToLive, method));
    }

    @Override
    public void deleteAll(String tenantSlug, String pluginId) {
        buckets.in(tenantSlug, (engine, bucket) -> {
            String prefix = key(pluginId, "");
            ObjectPage page = engine.list(bucket, prefix, null, ObjectRules.MOST_LISTED);
            while (!page.items().isEmpty()) {
                for (ObjectSummary item : page.items()) {
                    engine.delete(bucket, item.path());
                    usages.add(tenantSlug, -item.size());
                }
                page = engine.list(bucket, prefix, null, ObjectRules.MOST_LISTED);
            }
            return true;
        });
    }

    private long size(Tenant tenant, String key) {
        return buckets.in(tenant.slug(), (engine, bucket) -> engine.head(bucket, key))
                .map(StoredObject::size)
                .orElse(0L);
    }

    private static String key(String plugin, String path) {
        return plugin + "/" + path;
    }

    private static String path(String plugin, String key) {
        return key.substring(plugin.length() + 1);
    }
}
