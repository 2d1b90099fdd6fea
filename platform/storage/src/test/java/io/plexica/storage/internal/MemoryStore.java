package io.plexica.storage.internal;

import io.plexica.api.storage.ObjectContent;
import io.plexica.api.storage.ObjectPage;
import io.plexica.api.storage.ObjectSummary;
import io.plexica.api.storage.StoredObject;
import io.plexica.spi.storage.NoSuchBucketException;
import io.plexica.spi.storage.ObjectStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An engine that forgets, and that can be broken. */
final class MemoryStore implements ObjectStore {

    final Map<String, TreeMap<String, Entry>> buckets = new TreeMap<>();
    boolean down;

    record Entry(StoredObject object, byte[] bytes) {}

    @Override
    public void createBucket(String bucket) throws IOException {
        check();
        buckets.putIfAbsent(bucket, new TreeMap<>());
    }

    @Override
    public void removeBucket(String bucket) throws IOException {
        check();
        buckets.remove(bucket);
    }

    @Override
    public StoredObject put(
            String bucket, String key, InputStream content, String contentType, Map<String, String> metadata)
            throws IOException {
        check();
        byte[] bytes = content.readAllBytes();
        StoredObject object = new StoredObject(key, bytes.length, contentType, sha256(bytes), Instant.now(), metadata);
        bucket(bucket).put(key, new Entry(object, bytes));
        return object;
    }

    @Override
    public Optional<ObjectContent> get(String bucket, String key) throws IOException {
        return find(bucket, key)
                .map(entry -> new ObjectContent(entry.object(), new ByteArrayInputStream(entry.bytes())));
    }

    @Override
    public Optional<ObjectContent> part(String bucket, String key, long from, long count) throws IOException {
        return find(bucket, key)
                .map(entry -> new ObjectContent(
                        entry.object(), new ByteArrayInputStream(entry.bytes(), (int) from, (int) count)));
    }

    @Override
    public Optional<StoredObject> head(String bucket, String key) throws IOException {
        return find(bucket, key).map(Entry::object);
    }

    @Override
    public ObjectPage list(String bucket, String prefix, @Nullable String after, int most) throws IOException {
        check();
        List<ObjectSummary> found = bucket(bucket).values().stream()
                .map(Entry::object)
                .filter(object -> object.path().startsWith(prefix))
                .filter(object -> after == null || object.path().compareTo(after) > 0)
                .map(object -> new ObjectSummary(object.path(), object.size(), object.modifiedAt()))
                .toList();
        return found.size() <= most
                ? new ObjectPage(found, null)
                : new ObjectPage(found.subList(0, most), found.get(most - 1).path());
    }

    @Override
    public void delete(String bucket, String key) throws IOException {
        check();
        bucket(bucket).remove(key);
    }

    @Override
    public void check() throws IOException {
        if (down) {
            throw new IOException("it is down");
        }
    }

    private Optional<Entry> find(String bucket, String key) throws IOException {
        check();
        return Optional.ofNullable(bucket(bucket).get(key));
    }

    private TreeMap<String, Entry> bucket(String bucket) throws NoSuchBucketException {
        TreeMap<String, Entry> found = buckets.get(bucket);
        if (found == null) {
            throw new NoSuchBucketException(bucket, new IllegalStateException());
        }
        return found;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
