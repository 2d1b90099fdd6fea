package io.plexica.storage.internal;

import io.plexica.api.storage.ObjectContent;
import io.plexica.api.storage.ObjectPage;
import io.plexica.api.storage.ObjectStorage.Method;
import io.plexica.api.storage.StoredObject;
import io.plexica.spi.storage.ObjectStore;
import io.plexica.storage.internal.StorageMeters.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An engine whose work is counted. */
record MeteredStore(ObjectStore engine, StorageMeters meters) implements ObjectStore {

    @Override
    public void createBucket(String bucket) throws IOException {
        meters.count(Operation.BUCKET, () -> {
            engine.createBucket(bucket);
            return true;
        });
    }

    @Override
    public void removeBucket(String bucket) throws IOException {
        meters.count(Operation.BUCKET, () -> {
            engine.removeBucket(bucket);
            return true;
        });
    }

    @Override
    public StoredObject put(
            String bucket, String key, InputStream content, String contentType, Map<String, String> metadata)
            throws IOException {
        return meters.count(Operation.PUT, () -> engine.put(bucket, key, content, contentType, metadata));
    }

    @Override
    public Optional<ObjectContent> get(String bucket, String key) throws IOException {
        return meters.count(Operation.GET, () -> engine.get(bucket, key));
    }

    @Override
    public Optional<ObjectContent> part(String bucket, String key, long from, long count) throws IOException {
        return meters.count(Operation.GET, () -> engine.part(bucket, key, from, count));
    }

    @Override
    public Optional<StoredObject> head(String bucket, String key) throws IOException {
        return meters.count(Operation.HEAD, () -> engine.head(bucket, key));
    }

    @Override
    public ObjectPage list(String bucket, String prefix, @Nullable String after, int most) throws IOException {
        return meters.count(Operation.LIST, () -> engine.list(bucket, prefix, after, most));
    }

    @Override
    public void delete(String bucket, String key) throws IOException {
        meters.count(Operation.DELETE, () -> {
            engine.delete(bucket, key);
            return true;
        });
    }

    @Override
    public Optional<URI> link(String bucket, String key, Duration timeToLive, Method method) throws IOException {
        return meters.count(Operation.LINK, () -> engine.link(bucket, key, timeToLive, method));
    }

    @Override
    public void check() throws IOException {
        engine.check();
    }
}
