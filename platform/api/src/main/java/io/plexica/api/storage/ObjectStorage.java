package io.plexica.api.storage;

import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The calling plugin's files in the current tenant's bucket. A service of bundle scope: inject it with {@code @Reference};
 * what a plugin gets reaches its own files in the tenant of the context alone.
 *
 * <p><b>Paths</b> look like {@code invoices/2026/0001.pdf}: 1 to 512 bytes in UTF-8, parts between slashes of 1 to 200 bytes,
 * none of them {@code .} or {@code ..}, no control characters, no backslash, Unicode in its composed form. They tell upper
 * from lower case. A path that is an object's should not be the beginning of others, as {@code a} of {@code a/b}: some S3
 * servers refuse that.
 *
 * <p><b>Not part of the unit of work.</b> An object is there for everybody as soon as {@link #put} returns, and stays when
 * the transaction rolls back: write it under a fresh path and note the path in a row, so that an object which nobody names
 * is the worst that is left over.
 *
 * <p>Every method needs a tenant and blocks. What is not valid fails with {@code validation-failed}; what is larger than the
 * platform takes, with {@code payload-too-large}; more than the tenant's plan holds, with {@code plan-required}; while the
 * storage cannot be reached, with {@code unavailable}, and nothing half-written is left. Safe for all threads.
 */
@ProviderType
public interface ObjectStorage {

    /** What a link lets its bearer do. */
    enum Method {
        /** Download the object. */
        GET,
        /** Upload it, whole. */
        PUT
    }

    /**
     * Writes an object, in the place of what was there. Readers see the old bytes or the new ones, never a mixture.
     *
     * @param content read to its end, and not closed
     * @param contentType such as {@code application/pdf}
     * @param metadata up to 16 entries with 512 bytes in all; names of {@code a-z 0-9 -}, values without control characters
     */
    StoredObject put(String path, InputStream content, String contentType, Map<String, String> metadata);

    /** An object with its bytes; empty when there is none. The caller closes it. */
    Optional<ObjectContent> get(String path);

    /** What is known of an object; empty when there is none. */
    Optional<StoredObject> head(String path);

    /**
     * The objects whose paths begin with some text, in the order of their paths.
     *
     * @param prefix empty for all
     * @param after {@link ObjectPage#next} of the part before; null for the first
     * @param size how many at most, 1 to 1000
     */
    ObjectPage list(String prefix, @Nullable String after, int size);

    /** Removes an object; nothing happens when there is none. */
    void delete(String path);

    /**
     * A link by which whoever has it may download or upload one object, without signing in, for a while. Downloads come as
     * attachments, which no browser runs; an upload is bounded like {@link #put}. It ends early when the tenant or the plugin
     * is switched off, unless it leads straight to an S3 server.
     *
     * @param timeToLive a second to seven days
     */
    URI presign(String path, Duration timeToLive, Method method);
}
