package io.plexica.spi.data;

import org.osgi.annotation.versioning.ConsumerType;

/** Brings a database along. Asked only when no address is configured. */
@ConsumerType
public interface DatabaseProvider {

    /**
     * Starts the database, or finds it running, and returns once it answers and the three logins exist. Blocks for seconds;
     * called on a worker thread.
     *
     * @throws Exception when it cannot be started, with a message that says what to do
     */
    DatabaseAccess start() throws Exception;
}
