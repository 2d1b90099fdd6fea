package io.plexica.storage.s3.internal;

import java.io.IOException;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/** Buckets that come and go. */
final class Buckets {

    /** Buckets of this one are made without naming it, and cannot be made otherwise. */
    private static final String FIRST_REGION = "us-east-1";

    private static final int MOST = 1000;
    private static final int ROUNDS = 5;

    private final S3Client client;
    private final String region;

    Buckets(S3Client client, String region) {
        this.client = client;
        this.region = region;
    }

    void create(String bucket) throws IOException {
        try {
            client.createBucket(request -> locate(request.bucket(bucket)));
        } catch (SdkException e) {
            if (!Failures.code(e).equals("BucketAlreadyOwnedByYou")) {
                throw Failures.translated(bucket, e);
            }
        }
    }

    /** Somebody may still be writing: what came in between is removed in another round. */
    void remove(String bucket) throws IOException {
        for (int round = 1; ; round++) {
            try {
                empty(bucket);
                client.deleteBucket(request -> request.bucket(bucket));
                return;
            } catch (SdkException e) {
                if (Failures.code(e).equals("NoSuchBucket")) {
                    return;
                }
                if (!Failures.code(e).equals("BucketNotEmpty") || round == ROUNDS) {
                    throw Failures.translated(bucket, e);
                }
            }
        }
    }

    private void empty(String bucket) throws IOException {
        while (true) {
            ListObjectsV2Response found =
                    client.listObjectsV2(request -> request.bucket(bucket).maxKeys(MOST));
            if (found.contents().isEmpty()) {
                return;
            }
            List<ObjectIdentifier> keys = found.contents().stream()
                    .map(item -> ObjectIdentifier.builder().key(item.key()).build())
                    .toList();
            DeleteObjectsResponse deleted = client.deleteObjects(request ->
                    request.bucket(bucket).delete(delete -> delete.objects(keys).quiet(true)));
            if (deleted.hasErrors()) {
                throw new IOException("The S3 server does not delete "
                        + deleted.errors().size() + " objects: "
                        + deleted.errors().get(0).code());
            }
        }
    }

    private void locate(CreateBucketRequest.Builder request) {
        if (!region.equals(FIRST_REGION)) {
            request.createBucketConfiguration(location -> location.locationConstraint(region));
        }
    }
}
