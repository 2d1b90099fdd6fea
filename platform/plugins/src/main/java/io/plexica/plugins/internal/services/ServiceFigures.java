package io.plexica.plugins.internal.services;

import io.plexica.spi.plugins.PluginCalls.BreakerState;

/**
 * What became of the calls of one plugin version to the services of another, in one tenant and on this node, since its start.
 *
 * @param provider whose services, such as {@code crm@1.0.0}
 * @param caller who called, such as {@code analytics@1.0.0}; {@code platform} for nobody among the plugins
 * @param errors those that failed by the provider's fault, those that were cut off among them
 * @param timeouts those that were cut off
 * @param refused those that found no place, or the breaker open, and are not among the calls
 * @param breaker whether calls from this tenant are let through to the provider, whoever makes them
 * @param mean milliseconds that they took on average
 * @param longest milliseconds of the one that took longest
 */
public record ServiceFigures(
        String provider,
        String caller,
        String tenant,
        long calls,
        long errors,
        long timeouts,
        long refused,
        BreakerState breaker,
        double mean,
        double longest) {}
