package io.plexica.plugins.internal.usage;

import java.time.Instant;

/**
 * How often something was done.
 *
 * @param action what
 * @param count how often
 * @param lastAt when last
 */
public record UsageRow(String action, long count, Instant lastAt) {}
