package io.plexica.web.internal.repeat;

import org.jspecify.annotations.Nullable;

/**
 * An answer as it is kept.
 *
 * @param body its bytes; null for none
 * @param whole whether this is all of the answer, so that it can be given again
 */
public record KeptAnswer(
        int status,
        @Nullable String contentType,
        @Nullable String location,
        @Nullable String etag,
        byte @Nullable [] body,
        boolean whole) {}
