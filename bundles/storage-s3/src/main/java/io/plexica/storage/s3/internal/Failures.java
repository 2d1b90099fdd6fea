package io.plexica.storage.s3.internal;

import io.plexica.spi.storage.NoSuchBucketException;
import io.plexica.spi.tls.TrustedCertificates;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What the server refuses or fails at, in the engine's terms. Its own words go no further than the cause. */
final class Failures {

    private static final int NOT_FOUND = 404;
    private static final int OUT_OF_RANGE = 416;

    private Failures() {}

    /** A call that must succeed. */
    static <T> T calling(String bucket, Supplier<T> call) throws IOException {
        try {
            return call.get();
        } catch (SdkException e) {
            throw translated(bucket, e);
        }
    }

    /** A call for what may not be there. */
    static <T, R> Optional<R> finding(String bucket, Supplier<T> call, Function<T, R> shape) throws IOException {
        try {
            return Optional.of(shape.apply(call.get()));
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND && !isWithoutBucket(e)) {
                return Optional.empty();
            }
            throw translated(bucket, e);
        } catch (SdkException e) {
            throw translated(bucket, e);
        }
    }

    /** The server's own word for a failure; empty when it gave none. */
    static String code(SdkException failure) {
        return failure instanceof AwsServiceException service
                        && service.awsErrorDetails() != null
                        && service.awsErrorDetails().errorCode() != null
                ? service.awsErrorDetails().errorCode()
                : "";
    }

    /** Whether a failure is that an object has no such bytes. */
    static boolean isOutOfRange(IOException failure) {
        return failure.getCause() instanceof S3Exception refusal && refusal.statusCode() == OUT_OF_RANGE;
    }

    private static boolean isWithoutBucket(SdkException failure) {
        return code(failure).equals("NoSuchBucket");
    }

    /** A failure as the engine tells it. */
    static IOException translated(String bucket, SdkException failure) {
        if (isWithoutBucket(failure)) {
            return new NoSuchBucketException(bucket, failure);
        }
        if (failure instanceof AwsServiceException service) {
            return new IOException(
                    "The S3 server answers with status " + service.statusCode() + " " + code(failure), failure);
        }
        return new IOException(
                TrustedCertificates.doubt(failure)
                        .map(why -> "The S3 server is not trusted, see PLEXICA_S3_TRUSTSTORE: " + why)
                        .orElse("The S3 server does not answer"),
                failure);
    }
}
