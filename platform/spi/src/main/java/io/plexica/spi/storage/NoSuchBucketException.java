package io.plexica.spi.storage;

import java.io.IOException;

/** The bucket is not there, not yet or not any more. */
public final class NoSuchBucketException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Names the bucket. */
    public NoSuchBucketException(String bucket, Throwable cause) {
        super("There is no bucket " + bucket, cause);
    }
}
