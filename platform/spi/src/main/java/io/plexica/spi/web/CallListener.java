package io.plexica.spi.web;

import io.plexica.spi.context.ExecutionContext;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears of every call that has been answered: register it as a service. Called on the thread that has served the call, after
 * its answer: it returns at once and does not throw.
 */
@ConsumerType
@FunctionalInterface
public interface CallListener {

    /**
     * A call has been answered, perhaps by a refusal.
     *
     * @param context who called, in which tenant
     * @param method the method of HTTP
     * @param route the path with its parameters as {@code {name}}; {@code unmatched} where it leads nowhere
     * @param status of the answer
     */
    void answered(ExecutionContext context, String method, String route, int status);
}
