package io.plexica.plugins.internal.shared;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a list tells of a value.
 *
 * @param bytes how much it takes as JSON
 * @param expiresAt from when it is gone; null for never
 * @param updatedBy who put it: a plugin's id or somebody's address
 */
public record SharedEntry(String key, int bytes, @Nullable Instant expiresAt, Instant updatedAt, String updatedBy) {}
