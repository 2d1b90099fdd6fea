package io.plexica.spi.storage;

import io.plexica.api.storage.ObjectContent;
import io.plexica.api.storage.ObjectPage;
import io.plexica.api.storage.ObjectStorage.Method;
import io.plexica.api.storage.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * An engine that keeps objects. Register it as a service with the property {@link #ENGINE}; the storage room uses the one
 * that the setting names, and hands it names and keys that it has checked. Called on threads of requests: every method may
 * block, but for a bounded time, and must be safe for all threads.
 *
 * <p>An {@link IOException} means that the engine cannot do it now; its message is read by operators and holds no secret.
 * {@link NoSuchBucketException} means that the bucket is not there. What the given stream throws reaches the caller. After
 * any of these nothing of the call is to be seen.
 */
@ConsumerType
public interface ObjectStore {

    /** The service property with the engine's name, such as {@code file}. */
    String ENGINE = "plexica.storage.engine";

    /** Makes a bucket; nothing happens when it is there. */
    void createBucket(String bucket) throws IOException;

    /** Removes a bucket with everything in it; nothing happens when there is none. */
    void removeBucket(String bucket) throws IOException;

    /**
     * Writes an object whole, in the place of what was there. The digest is taken from the bytes on their way.
     *
     * @param content read to its end, and not closed; may be of any length
     */
    StoredObject put(String bucket, String key, InputStream content, String contentType, Map<String, String> metadata)
            throws IOException;

    /** An object with its bytes as they lie there; empty when there is none. */
    Optional<ObjectContent> get(String bucket, String key) throws IOException;

    /**
     * A part of an object's bytes, without reading what lies before it.
     *
     * @param from the first byte
     * @param count how many, at least one
     * @return what is known of the whole object, with those of the bytes that it has; empty when there is none
     */
    Optional<ObjectContent> part(String bucket, String key, long from, long count) throws IOException;

    /** What is known of an object; empty when there is none. */
    Optional<StoredObject> head(String bucket, String key) throws IOException;

    /**
     * The objects whose keys begin with some text, by the bytes of their keys in UTF-8.
     *
     * @param after only those behind this key; null for all
     * @param most how many at most, 1 to 1000
     */
    ObjectPage list(String bucket, String prefix, @Nullable String after, int most) throws IOException;

    /** Removes an object; nothing happens when there is none. */
    void delete(String bucket, String key) throws IOException;

    /**
     * A link of the engine's own, by which browsers reach it without the platform; empty when it has none, and the platform
     * serves the object itself. Downloads by it come as attachments.
     */
    default Optional<URI> link(String bucket, String key, Duration timeToLive, Method method) throws IOException {
        return Optional.empty();
    }

    /** Looks whether the engine can be used now; within two seconds. */
    void check() throws IOException;
}
