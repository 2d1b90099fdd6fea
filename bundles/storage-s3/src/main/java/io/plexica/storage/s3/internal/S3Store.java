package io.plexica.storage.s3.internal;

import io.plexica.api.storage.ObjectContent;
import io.plexica.api.storage.ObjectPage;
import io.plexica.api.storage.ObjectStorage.Method;
import io.plexica.api.storage.ObjectSummary;
import io.plexica.api.storage.StoredObject;
import io.plexica.spi.storage.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Objects on an S3 server. Safe for all threads. */
final class S3Store implements ObjectStore {

    private static final String DOWNLOAD = "application/octet-stream";

    private final Connection connection;
    private final Buckets buckets;

    S3Store(Connection connection, String region) {
        this.connection = connection;
        this.buckets = new Buckets(connection.client(), region);
    }

    @Override
    public void createBucket(String bucket) throws IOException {
        buckets.create(bucket);
    }

    @Override
    public void removeBucket(String bucket) throws IOException {
        buckets.remove(bucket);
    }

    @Override
    public StoredObject put(
            String bucket, String key, InputStream content, String contentType, Map<String, String> metadata)
            throws IOException {
        try (SpooledUpload draft = SpooledUpload.of(content)) {
            Instant now = Instant.now();
            Failures.calling(
                    bucket,
                    () -> connection
                            .client()
                            .putObject(
                                    request -> request.bucket(bucket)
                                            .key(key)
                                            .contentType(contentType)
                                            .contentMD5(draft.md5())
                                            .metadata(ObjectMetadata.write(metadata, draft.sha256())),
                                    RequestBody.fromFile(draft.file())));
            return new StoredObject(key, draft.size(), contentType, draft.sha256(), now, metadata);
        }
    }

    @Override
    public Optional<ObjectContent> get(String bucket, String key) throws IOException {
        return Failures.finding(
                bucket,
                () -> connection
                        .client()
                        .getObject(request -> request.bucket(bucket).key(key)),
                found -> new ObjectContent(object(key, found.response()), stream(found)));
    }

    @Override
    public Optional<ObjectContent> part(String bucket, String key, long from, long count) throws IOException {
        Optional<ResponseInputStream<GetObjectResponse>> found;
        try {
            found = Failures.finding(
                    bucket,
                    () -> connection
                            .client()
                            .getObject(request ->
                                    request.bucket(bucket).key(key).range("bytes=" + from + "-" + (from + count - 1))),
                    answer -> answer);
        } catch (IOException e) {
            if (Failures.isOutOfRange(e)) {
                return head(bucket, key).map(object -> new ObjectContent(object, InputStream.nullInputStream()));
            }
            throw e;
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(part(key, found.get(), from));
    }

    @Override
    public Optional<StoredObject> head(String bucket, String key) throws IOException {
        return Failures.finding(
                bucket,
                () -> connection
                        .client()
                        .headObject(request -> request.bucket(bucket).key(key)),
                found -> object(key, found));
    }

    @Override
    public ObjectPage list(String bucket, String prefix, @Nullable String after, int most) throws IOException {
        ListObjectsV2Response found = Failures.calling(
                bucket,
                () -> connection
                        .client()
                        .listObjectsV2(request -> request.bucket(bucket)
                                .prefix(prefix)
                                .startAfter(after)
                                .maxKeys(most)));
        List<ObjectSummary> items = found.contents().stream()
                .map(item -> new ObjectSummary(item.key(), item.size(), item.lastModified()))
                .toList();
        boolean more = Boolean.TRUE.equals(found.isTruncated()) && !items.isEmpty();
        return new ObjectPage(items, more ? items.get(items.size() - 1).path() : null);
    }

    @Override
    public void delete(String bucket, String key) throws IOException {
        Failures.calling(
                bucket,
                () -> connection
                        .client()
                        .deleteObject(request -> request.bucket(bucket).key(key)));
    }

    @Override
    public Optional<URI> link(String bucket, String key, Duration timeToLive, Method method) {
        S3Presigner presigner = connection.presigner();
        if (presigner == null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (method) {
                    case GET ->
                        URI.create(presigner
                                .presignGetObject(link -> link.signatureDuration(timeToLive)
                                        .getObjectRequest(request -> request.bucket(bucket)
                                                .key(key)
                                                .responseContentType(DOWNLOAD)
                                                .responseContentDisposition("attachment")))
                                .url()
                                .toString());
                    case PUT ->
                        URI.create(presigner
                                .presignPutObject(link -> link.signatureDuration(timeToLive)
                                        .putObjectRequest(request ->
                                                request.bucket(bucket).key(key)))
                                .url()
                                .toString());
                });
    }

    @Override
    public void check() throws IOException {
        Failures.calling("", () -> connection.impatient().listBuckets());
    }

    /** A server may pass over what was asked for, and give the whole. */
    private static ObjectContent part(String key, ResponseInputStream<GetObjectResponse> found, long from)
            throws IOException {
        GetObjectResponse response = found.response();
        InputStream stream = stream(found);
        String range = response.contentRange();
        if (range != null) {
            long size = Long.parseLong(range.substring(range.lastIndexOf('/') + 1));
            return new ObjectContent(
                    object(key, size, response.contentType(), response.lastModified(), response.metadata()), stream);
        }
        try {
            stream.skipNBytes(from);
            return new ObjectContent(object(key, response), stream);
        } catch (IOException e) {
            stream.close();
            throw e;
        }
    }

    private static InputStream stream(ResponseInputStream<GetObjectResponse> found) {
        return new ObjectDownload(found);
    }

    private static StoredObject object(String key, GetObjectResponse found) {
        return object(key, found.contentLength(), found.contentType(), found.lastModified(), found.metadata());
    }

    private static StoredObject object(String key, HeadObjectResponse found) {
        return object(key, found.contentLength(), found.contentType(), found.lastModified(), found.metadata());
    }

    private static StoredObject object(
            String key, long size, @Nullable String type, Instant modifiedAt, Map<String, String> notes) {
        return new StoredObject(
                key,
                size,
                type == null ? DOWNLOAD : type,
                notes.getOrDefault(ObjectMetadata.SHA256, ""),
                modifiedAt,
                ObjectMetadata.read(notes));
    }
}
