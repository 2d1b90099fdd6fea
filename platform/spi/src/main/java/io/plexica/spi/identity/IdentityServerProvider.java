package io.plexica.spi.identity;

import org.osgi.annotation.versioning.ConsumerType;

/** Brings an identity server along. Asked only when no address is configured. */
@ConsumerType
public interface IdentityServerProvider {

    /**
     * Starts the server, or finds it running, and returns once it answers. Blocks for up to a minute; called on a worker
     * thread.
     *
     * @throws Exception when it cannot be started, with a message that says what to do
     */
    IdentityServerAccess start() throws Exception;
}
