package io.plexica.plugins.internal.usage;

import java.time.LocalDate;

/**
 * What is counted together.
 *
 * @param day in UTC
 */
record UsageKey(String tenantSlug, String pluginId, String action, LocalDate day) {}
