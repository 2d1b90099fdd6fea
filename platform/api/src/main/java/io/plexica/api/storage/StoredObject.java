package io.plexica.api.storage;

import java.time.Instant;
import java.util.Map;

/**
 * What is known of an object.
 *
 * @param path where it lies, below its plugin
 * @param size how many bytes it has
 * @param contentType what it says it is
 * @param sha256 the digest of its bytes, in hexadecimal
 * @param modifiedAt when it was written
 * @param metadata what its plugin has noted beside it
 */
public record StoredObject(
        String path, long size, String contentType, String sha256, Instant modifiedAt, Map<String, String> metadata) {

    public StoredObject {
        metadata = Map.copyOf(metadata);
    }

    /** The same object under another path. */
    public StoredObject at(String other) {
        return new StoredObject(other, size, contentType, sha256, modifiedAt, metadata);
    }
}
