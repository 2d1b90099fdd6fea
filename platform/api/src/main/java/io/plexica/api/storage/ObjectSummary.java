package io.plexica.api.storage;

import java.time.Instant;

/**
 * An object in a list.
 *
 * @param path where it lies, below its plugin
 * @param size how many bytes it has
 * @param modifiedAt when it was written
 */
public record ObjectSummary(String path, long size, Instant modifiedAt) {}
