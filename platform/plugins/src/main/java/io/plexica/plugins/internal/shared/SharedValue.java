package io.plexica.plugins.internal.shared;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A value as it is kept.
 *
 * @param expiresAt from when it is gone; null for never
 * @param updatedBy who put it: a plugin's id or somebody's address
 */
public record SharedValue(
        String namespace,
        String key,
        JsonNode value,
        @Nullable Instant expiresAt,
        Instant updatedAt,
        String updatedBy) {}
